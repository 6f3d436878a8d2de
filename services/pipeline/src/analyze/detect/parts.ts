import {
  type Autoencoder,
  type Calibration,
  type IsolationForest,
  type Lstm,
  type Sequences,
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
  /** how much it counts beside the others, by what people said of its alarms; 1 where nothing was said */
  weight: number;
}

/** A model that judges each row by itself. */
export function rowModel(model: IsolationForest | Autoencoder): ScoringModel {
  const rowOf = ({ m }: Sequences, row: number): Float64Array =>
    m.data.subarray(row * m.columns, (row + 1) * m.columns);
  return {
    score: ({ m }) => model.score(m),
    scoreLast: (customer) => {
      const { rows, columns } = customer.m;
      return model.score({ data: rowOf(customer, rows - 1), rows: 1, columns })[0]!;
    },
    explain: (customer) => (row) => model.contributions(rowOf(customer, row)),
  };
}

/** A model that judges each row by those before it. */
export function sequenceModel(model: Lstm): ScoringModel {
  return {
    score: (customers) => model.score(customers),
    scoreLast: (customer) => model.score(customer).at(-1)!,
    explain: (customer) => {
      const misses = model.misses(customer);
      return (row) => misses.subarray(row * customer.m.columns, (row + 1) * customer.m.columns);
    },
  };
}

/**
 * What the detectors say together, before it is calibrated: the mean of the two highest calibrated scores. One detector
 * that is blind to the data at hand then takes nothing away, and one that alone cries wolf is not believed.
 */
export function combine(parts: readonly DetectorPart[], raw: (part: number) => number): number {
  let [first, second] = [0, 0];
  let [firstWeight, secondWeight] = [1, parts.length > 1 ? 1 : 0];
  parts.forEach(({ calibration, weight }, i) => {
    const weighed = weight * calibrate(raw(i), calibration);
    if (weighed > first) {
      [second, secondWeight] = [first, i === 0 ? secondWeight : firstWeight];
      [first, firstWeight] = [weighed, weight];
    } else if (weighed > second) {
      [second, secondWeight] = [weighed, weight];
    }
  });
  return (first + second) / (firstWeight + secondWeight);
}

/** Each detector's calibrated score, and which of them flag it. */
export function votesOf(
  parts: readonly DetectorPart[],
  raw: (part: number) => number
): { scores: Partial<Record<DetectorName, number>>; votes: DetectorName[] } {
  const scores = Object.fromEntries(parts.map(({ name, calibration }, i) => [name, calibrate(raw(i), calibration)]));
  return { scores, votes: parts.map(({ name }) => name).filter((name) => scores[name]! >= anomalyThreshold) };
}
