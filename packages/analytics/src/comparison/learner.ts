import type { Labels } from '../labels';
import { type Matrix, matrixRows } from '../matrix';
import { type PreparationOptions, fitPreparation, prepare } from '../preprocessing/preparation';
import { type Table, takeRows } from '../preprocessing/table';
import { Random } from '../random';
import { shuffleFirst } from '../shuffle';

export type Predict<Rows> = (rows: Rows) => Float64Array;

export type Parameters = Readonly<Record<string, number>>;

/** One setting of a learner. */
export interface Candidate<P extends Parameters = Parameters> {
  parameters: P;
  fit: (m: Matrix, labels: Labels, seed: number) => Predict<Matrix>;
}

/** A way to learn probabilities from a table, with the settings to choose from inside the training part. */
export interface Learner<P extends Parameters = Parameters> {
  model: string;
  preparation: PreparationOptions;
  /** the first is taken where there is no tuning */
  candidates: readonly [Candidate<P>, ...Candidate<P>[]];
  /** training rows at most: for what grows with their square, a seeded sample is drawn */
  mostRows?: number;
  /** answers cost more than learning, so that asking again for every column is left out */
  dearToAsk?: boolean;
}

/** Learns preparation and model from the rows given and nothing else. */
export function fitLearner(
  learner: Learner,
  candidate: Candidate,
  table: Table,
  labels: Labels,
  seed: number
): Predict<Table> {
  const preparation = fitPreparation(table, learner.preparation);
  const m = prepare(table, preparation);
  const rows = sampledRows(labels, learner.mostRows ?? Infinity, seed);
  const predict = rows
    ? candidate.fit(matrixRows(m, rows), Int8Array.from(rows, (row) => labels[row]!), seed) // prettier-ignore
    : candidate.fit(m, labels, seed);
  return (others) => predict(prepare(others, preparation));
}

/** Rows and answers of one part of the data. */
export interface LabelledTable {
  table: Table;
  labels: Labels;
}

export function takeLabelled({ table, labels }: LabelledTable, rows: Int32Array): LabelledTable {
  return { table: takeRows(table, rows), labels: Int8Array.from(rows, (row) => labels[row]!) };
}

/** A sample of each class by its share, so that a rare class stays; absent where all rows may be used. */
export function sampledRows(labels: Labels, most: number, seed: number): Int32Array | undefined {
  if (labels.length <= most) {
    return undefined;
  }
  const random = new Random(seed);
  const kept: number[] = [];
  for (const label of [0, 1]) {
    const rows = Array.from(labels.keys()).filter((row) => labels[row] === label);
    const wanted = Math.max(2, Math.round((most * rows.length) / labels.length));
    for (const row of shuffleFirst(rows, wanted, random).slice(0, wanted)) {
      kept.push(row);
    }
  }
  return Int32Array.from(kept).sort();
}
