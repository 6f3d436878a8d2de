import { AnalyticsError } from '../analyticsError';
import { featureNames } from '../featureNames';
import type { Matrix } from '../matrix';
import type { Standardizer } from '../preprocessing/standardize';
import { Random } from '../random';
import { LstmNetwork } from './lstmNetwork';
import { fitScaling, networkInputs } from './scaling';
import { checkSequences, packStretches, previousRows, type Sequences, type Stretch, stretchesOf } from './sequences';
import { type Trainable, type TrainingHistory, type TrainingOptions, trainNetwork } from './trainNetwork';

export interface LstmOptions extends TrainingOptions {
  /** size of the memory; 16 */
  hidden?: number;
  /** rows of a sequence that are learnt together; longer ones are cut. 24 */
  longest?: number;
  /** 1 for rows that are seen but not learnt to be told, such as those that another detector suspects */
  skip?: Uint8Array;
  /** columns have a common unit already: neither they nor their misses are brought to one scale; false */
  commonUnits?: boolean;
  /** names of the columns, kept with the model */
  features?: readonly string[];
}

/** A model as numbers that JSON keeps exactly. */
export interface LstmJson {
  kind: 'lstm';
  version: 1;
  features: string[];
  seed: number;
  hidden: number;
  scaling: Standardizer;
  /** root mean square of what the prediction of each column misses on ordinary rows */
  residuals: number[];
  parameters: number[];
  history: TrainingHistory;
}

/** A column that is foretold almost exactly must not make every small miss extreme. */
const leastResidual = 0.05;
/** Stretches that are predicted together. */
const blockStretches = 256;

/**
 * LSTM for anomalies in sequences: a network tells each row of a sequence from those before it (P. Malhotra et al.,
 * "Long short term memory networks for anomaly detection in time series", 2015). A score is the mean over columns of the
 * squared miss, each by what is usual for its column; the first row of a sequence is told from nothing.
 */
export class Lstm {
  private readonly network: LstmNetwork;

  private constructor(private readonly json: LstmJson) {
    const columns = json.features.length;
    this.network = new LstmNetwork(columns, json.hidden, columns, Float64Array.from(json.parameters));
  }

  /** @throws AnalyticsError on empty or non-finite input, starts that do not fit, or bad options */
  static async fit(sequences: Sequences, options: LstmOptions): Promise<Lstm> {
    checkSequences(sequences, 'LSTM');
    const { m } = sequences;
    const { seed, hidden = 16, longest = 24, commonUnits = false, skip = new Uint8Array(m.rows) } = options;
    const features = featureNames(m.columns, options.features);
    if (![hidden, longest].every((value) => Number.isInteger(value) && value >= 1)) {
      throw new AnalyticsError('bad_option', `hidden and longest must be whole and at least 1, not ${hidden} and ${longest}.`); // prettier-ignore
    }
    if (skip.length !== m.rows || skip.every((skipped) => skipped === 1)) {
      throw new AnalyticsError('shape', `skip must have ${m.rows} places and leave a row to learn from.`);
    }
    const scaling = fitScaling(m, commonUnits);
    const inputs = networkInputs(m, scaling);
    const network = LstmNetwork.create(m.columns, hidden, m.columns, new Random(seed, 8));
    const stretches = stretchesOf(sequences, longest);
    const history = await trainNetwork(prediction(network, inputs, stretches, skip), options);
    return new Lstm({
      ...{ kind: 'lstm', version: 1, features, seed, hidden, scaling },
      residuals: commonUnits
        ? Array.from({ length: m.columns }, () => 1)
        : usualMisses(network, inputs, stretches, skip),
      parameters: Array.from(network.parameters),
      history,
    });
  }

  static fromJSON(json: LstmJson): Lstm {
    const columns = json.features?.length ?? 0;
    if (
      json.kind !== 'lstm' ||
      json.version !== 1 ||
      json.parameters.length !== LstmNetwork.parameterCount(columns, json.hidden, columns)
    ) {
      throw new AnalyticsError('version', `This is not an LSTM of version 1: ${json.kind} ${json.version}.`);
    }
    return new Lstm(json);
  }

  toJSON(): LstmJson {
    return this.json;
  }

  get features(): readonly string[] {
    return this.json.features;
  }

  get history(): TrainingHistory {
    return this.json.history;
  }

  /** Raw scores of all rows, at least 0: near 1 for ordinary rows, higher is more anomalous. */
  score(sequences: Sequences): Float64Array {
    const { columns, rows } = sequences.m;
    const misses = this.misses(sequences);
    return Float64Array.from({ length: rows }, (_, row) => {
      let sum = 0;
      for (let j = 0; j < columns; j++) {
        sum += misses[row * columns + j]!;
      }
      return sum;
    });
  }

  /** What each column adds to the score of each row: row by row, as in the matrix. */
  misses(sequences: Sequences): Float64Array {
    const { m } = sequences;
    if (m.columns !== this.features.length) {
      throw new AnalyticsError('shape', `The LSTM knows ${this.features.length} features, not ${m.columns}.`);
    }
    checkSequences(sequences, 'Scoring');
    const { scaling, residuals } = this.json;
    const inputs = networkInputs(m, scaling);
    const misses = new Float64Array(m.rows * m.columns);
    eachMiss(this.network, inputs, stretchesOf(sequences), (row, column, miss) => {
      misses[row * m.columns + column] = (miss / residuals[column]!) ** 2 / m.columns;
    });
    return misses;
  }
}

/** Mean squared error between rows that count and what the network makes of those before them, by stretches. */
export function prediction(
  network: LstmNetwork,
  m: Matrix,
  stretches: readonly Stretch[],
  skip: Uint8Array
): Trainable {
  const { columns } = m;
  let input = new Float64Array(0);
  let slope = input;
  return {
    rows: stretches.length,
    parameters: network.parameters,
    loss: (chosen, gradient) => {
      const { packed, source } = packStretches(Array.from(chosen, (i) => stretches[i]!));
      const values = packed.rows * columns;
      if (input.length < values) {
        input = new Float64Array(values);
        slope = new Float64Array(values);
      }
      previousRows(m, packed, source, input);
      const output = network.forward(input, packed);
      const told = source.reduce((count, row) => count + 1 - skip[row]!, 0) * columns;
      let sum = 0;
      for (let row = 0; row < packed.rows; row++) {
        const counts = 1 - skip[source[row]!]!;
        for (let j = 0; j < columns; j++) {
          const miss = counts * (output[row * columns + j]! - m.data[source[row]! * columns + j]!);
          sum += miss * miss;
          slope[row * columns + j] = (2 * miss) / Math.max(told, 1);
        }
      }
      if (gradient) {
        network.backward(input, slope, packed, gradient);
      }
      return sum / Math.max(told, 1);
    },
  };
}

function eachMiss(
  network: LstmNetwork,
  m: Matrix,
  stretches: readonly Stretch[],
  take: (row: number, column: number, miss: number) => void
): void {
  for (let from = 0; from < stretches.length; from += blockStretches) {
    const { packed, source } = packStretches(stretches.slice(from, from + blockStretches));
    const input = new Float64Array(packed.rows * m.columns);
    previousRows(m, packed, source, input);
    const output = network.forward(input, packed);
    source.forEach((row, at) => {
      for (let j = 0; j < m.columns; j++) {
        take(row, j, output[at * m.columns + j]! - m.data[row * m.columns + j]!);
      }
    });
  }
}

function usualMisses(network: LstmNetwork, m: Matrix, stretches: readonly Stretch[], skip: Uint8Array): number[] {
  const squares = new Float64Array(m.columns);
  const told = skip.reduce((count, skipped) => count + 1 - skipped, 0);
  eachMiss(network, m, stretches, (row, column, miss) => (squares[column]! += (1 - skip[row]!) * miss * miss));
  return Array.from(squares, (sum) => Math.max(Math.sqrt(sum / told), leastResidual));
}
