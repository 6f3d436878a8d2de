import { AnalyticsError } from '../analyticsError';
import type { Matrix } from '../matrix';
import { columnMean, columnMode, columnNames } from './imputation';
import { type Standardizer, fitStandardizer, standardize } from './standardize';
import type { Column, Table } from './table';

export interface PreparationOptions {
  /** `mean-mode` fills gaps by the training part's mean or most frequent name; `keep` leaves NaN for models that read it */
  missing: 'mean-mode' | 'keep';
  /** `one-hot`: a column of 0 and 1 for each name; `ordinal`: the name's place in the alphabet */
  categories: 'one-hot' | 'ordinal';
  /** z-scores */
  scale: boolean;
}

type Step =
  | { name: string; kind: 'number'; fill: number }
  | { name: string; kind: 'category'; fill: string | null; names: string[] };

/** What a training part taught about turning tables into matrices; plain JSON. */
export interface Preparation {
  version: 1;
  options: PreparationOptions;
  steps: Step[];
  /** names of the matrix's columns, e.g. `payment=UPI` */
  features: string[];
  /** for each of them the table's column it comes from */
  sources: number[];
  scaler?: Standardizer;
}

/** Learns means, modes, names and scales from a training part; nothing else may be shown to it. */
export function fitPreparation(table: Table, options: PreparationOptions): Preparation {
  if (table.rows === 0 || table.columns.length === 0) {
    throw new AnalyticsError('empty', 'Preparation needs at least one row and one column.');
  }
  const steps = table.columns.map((column): Step =>
    column.kind === 'number'
      ? { name: column.name, kind: 'number', fill: columnMean(column) }
      : { name: column.name, kind: 'category', fill: columnMode(column), names: columnNames(column) }
  );
  const features: string[] = [];
  const sources: number[] = [];
  steps.forEach((step, source) => {
    const oneHot = step.kind === 'category' && options.categories === 'one-hot';
    const made = oneHot ? step.names.map((name) => `${step.name}=${name}`) : [step.name];
    features.push(...made);
    sources.push(...made.map(() => source));
  });
  if (features.length === 0) {
    throw new AnalyticsError('empty', 'All columns are empty: there is nothing to learn from.');
  }
  const preparation: Preparation = { version: 1, options, steps, features, sources };
  if (options.scale) {
    preparation.scaler = fitStandardizer(encode(table, preparation));
  }
  return preparation;
}

/**
 * Turns a table into the matrix that the preparation describes. A name that the training part did not have is like a
 * missing one under `keep` and all zeros in one-hot columns under `mean-mode`.
 *
 * @throws AnalyticsError `shape` where the columns are others than those learnt from
 */
export function prepare(table: Table, preparation: Preparation): Matrix {
  const encoded = encode(table, preparation);
  return preparation.scaler ? standardize(encoded, preparation.scaler) : encoded;
}

function encode(table: Table, { steps, options, features }: Preparation): Matrix {
  const width = features.length;
  const data = new Float64Array(table.rows * width);
  let at = 0;
  steps.forEach((step, source) => {
    const column = table.columns[source];
    if (column?.name !== step.name || column.kind !== step.kind) {
      throw new AnalyticsError('shape', `Column ${source} is ${column?.name ?? 'missing'}; the preparation was learnt on ${step.name}.`); // prettier-ignore
    }
    at += step.kind === 'number' ? writeNumbers(column, step.fill) : writeNames(column, step);
  });
  return { data, rows: table.rows, columns: width };

  function writeNumbers(column: Column, fill: number): number {
    const values = column.values as Float64Array;
    const instead = options.missing === 'keep' ? NaN : fill;
    for (let i = 0; i < table.rows; i++) {
      const value = values[i]!;
      data[i * width + at] = Number.isNaN(value) ? instead : value;
    }
    return 1;
  }

  function writeNames(column: Column, step: Extract<Step, { kind: 'category' }>): number {
    const places = new Map(step.names.map((name, place) => [name, place]));
    const values = column.values as readonly (string | null)[];
    const oneHot = options.categories === 'one-hot';
    for (let i = 0; i < table.rows; i++) {
      const name = values[i] ?? (options.missing === 'keep' ? null : step.fill);
      const place = name === null ? undefined : places.get(name);
      if (!oneHot) {
        data[i * width + at] = place ?? (options.missing === 'keep' ? NaN : -1);
      } else if (place !== undefined) {
        data[i * width + at + place] = 1;
      } else if (options.missing === 'keep') {
        data.fill(NaN, i * width + at, i * width + at + step.names.length);
      }
    }
    return oneHot ? step.names.length : 1;
  }
}
