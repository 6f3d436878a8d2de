import {
  type Autoencoder,
  type Calibration,
  type IsolationForest,
  type Lstm,
  type Matrix,
  type Sequences,
  type TailEvidence,
  calibrate,
} from '@spendscope/analytics';
import { type DetectorName, anomalyThreshold } from '@spendscope/contracts';

/** A model of transactions in customers' sequences; scores are raw, higher for stranger ones. */
export interface ScoringModel {
  /** of every row */
  score(customers: Sequences): Float64Array;
  /** of the last row of one customer */
  scoreLast(customer: Sequences): number;
  /** what each feature added to the score of a row; asked for some rows of a customer */
  explain(customer: Sequences): (row: number) => Float64Array;
}

/** One of the detectors, with the calibration of its own scores. */
export interface DetectorPart {
  name: DetectorName;
  model: ScoringModel;
  calibration: Calibration;
  /** how much it counts beside the others, the most 1: by how far they agree with it, and what people said of its alarms */
  weight: number;
}

/** A model that judges each row by itself, by how rare its features are. */
export function rowModel(model: IsolationForest | Autoencoder, evidence: TailEvidence): ScoringModel {
  const rowOf = ({ data, columns }: Matrix, row: number): Float64Array =>
    data.subarray(row * columns, (row + 1) * columns);
  return {
    score: ({ m }) => model.score(evidence.of(m)),
    scoreLast: ({ m }) => {
      const last = { data: rowOf(m, m.rows - 1), rows: 1, columns: m.columns };
      return model.score(evidence.of(last))[0]!;
    },
    explain: ({ m }) => {
      const rare = evidence.of(m);
      return (row) => model.contributions(rowOf(rare, row));
    },
  };
}

/** A model that judges each row by those before it, by how rare their features are. */
export function sequenceModel(model: Lstm, evidence: TailEvidence): ScoringModel {
  const rare = ({ m, starts }: Sequences): Sequences => ({ m: evidence.of(m), starts });
  return {
    score: (customers) => model.score(rare(customers)),
    scoreLast: (customer) => model.score(rare(customer)).at(-1)!,
    explain: (customer) => {
      const misses = model.misses(rare(customer));
      return (row) => misses.subarray(row * customer.m.columns, (row + 1) * customer.m.columns);
    },
  };
}

/**
 * What the detectors say together, before it is calibrated: the mean of the two highest calibrated scores, each times its
 * detector's weight. One detector that is blind to the data at hand then takes little away, and one that alone cries wolf is
 * not believed.
 */
export function combine(parts: readonly DetectorPart[], raw: (part: number) => number): number {
  let [first, second] = [0, 0];
  parts.forEach(({ calibration, weight }, i) => {
    const weighed = weight * calibrate(raw(i), calibration);
    second = Math.max(second, Math.min(first, weighed));
    first = Math.max(first, weighed);
  });
  return parts.length > 1 ? (first + second) / 2 : first;
}

/** Each detector's calibrated score, and which of them flag it. */
export function votesOf(
  parts: readonly DetectorPart[],
  raw: (part: number) => number
): { scores: Partial<Record<DetectorName, number>>; votes: DetectorName[] } {
  const scores = Object.fromEntries(parts.map(({ name, calibration }, i) => [name, calibrate(raw(i), calibration)]));
  return { scores, votes: parts.map(({ name }) => name).filter((name) => scores[name]! >= anomalyThreshold) };
}
