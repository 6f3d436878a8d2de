import { AnalyticsError } from '../analyticsError';
import { featureNames } from '../featureNames';
import { checkMatrix, type Matrix } from '../matrix';
import type { Standardizer } from '../preprocessing/standardize';
import { Random } from '../random';
import { DenseNetwork, parameterCount } from './denseNetwork';
import { fitScaling, networkInputs } from './scaling';
import { type Trainable, type TrainingHistory, type TrainingOptions, trainNetwork } from './trainNetwork';

export interface AutoencoderOptions extends TrainingOptions {
  /** sizes of the layers between inputs and outputs, e.g. [8, 4, 8]; the default narrows to a third of the columns */
  hidden?: readonly number[];
  /** columns have a common unit already: neither they nor their misses are brought to one scale; false */
  commonUnits?: boolean;
  /** names of the columns, kept with the model */
  features?: readonly string[];
}

/** A model as numbers that JSON keeps exactly. */
export interface AutoencoderJson {
  kind: 'autoencoder';
  version: 1;
  features: string[];
  seed: number;
  sizes: number[];
  scaling: Standardizer;
  /** root mean square of what each column's reconstruction misses on ordinary rows */
  residuals: number[];
  parameters: number[];
  history: TrainingHistory;
}

const blockRows = 512;
/** A column that is reconstructed almost exactly must not make every small miss extreme. */
const leastResidual = 0.05;

/**
 * Autoencoder for anomalies: a network learns to give back ordinary rows through a narrow middle (M. Sakurada, T. Yairi,
 * "Anomaly detection using autoencoders with nonlinear dimensionality reduction", 2014). Rows whose columns do not go
 * together as usual come back wrong. A score is the mean over columns of the squared miss, each by what is usual for
 * its column.
 */
export class Autoencoder {
  private readonly network: DenseNetwork;

  private constructor(private readonly json: AutoencoderJson) {
    this.network = new DenseNetwork(json.sizes, Float64Array.from(json.parameters));
  }

  /** @throws AnalyticsError on empty or non-finite input or bad options */
  static async fit(m: Matrix, options: AutoencoderOptions): Promise<Autoencoder> {
    checkMatrix(m, 'Autoencoder');
    const { seed, hidden = defaultHidden(m.columns), commonUnits = false } = options;
    const features = featureNames(m.columns, options.features);
    if (hidden.length === 0 || !hidden.every((size) => Number.isInteger(size) && size >= 1)) {
      throw new AnalyticsError('bad_option', `hidden must be whole sizes of at least 1, not ${hidden.join(', ')}.`);
    }
    const sizes = [m.columns, ...hidden, m.columns];
    const scaling = fitScaling(m, commonUnits);
    const inputs = networkInputs(m, scaling);
    const network = DenseNetwork.create(sizes, new Random(seed, 6));
    const history = await trainNetwork(reconstruction(network, inputs), options);
    return new Autoencoder({
      kind: 'autoencoder',
      version: 1,
      features,
      seed,
      sizes,
      scaling,
      residuals: commonUnits ? Array.from({ length: m.columns }, () => 1) : usualMisses(network, inputs),
      parameters: Array.from(network.parameters),
      history,
    });
  }

  static fromJSON(json: AutoencoderJson): Autoencoder {
    if (json.kind !== 'autoencoder' || json.version !== 1 || json.parameters.length !== parameterCount(json.sizes)) {
      throw new AnalyticsError('version', `This is not an autoencoder of version 1: ${json.kind} ${json.version}.`);
    }
    return new Autoencoder(json);
  }

  toJSON(): AutoencoderJson {
    return this.json;
  }

  get features(): readonly string[] {
    return this.json.features;
  }

  get history(): TrainingHistory {
    return this.json.history;
  }

  /** Raw scores, at least 0: near 1 for ordinary rows, higher is more anomalous. */
  score(m: Matrix): Float64Array {
    const scores = new Float64Array(m.rows);
    this.eachMiss(m, (row, _, miss) => (scores[row]! += miss / m.columns));
    return scores;
  }

  /** What each column adds to the score of one row; they sum up to it. */
  contributions(row: Float64Array): Float64Array {
    const columns = new Float64Array(row.length);
    this.eachMiss({ data: row, rows: 1, columns: row.length }, (_, j, miss) => (columns[j] = miss / row.length));
    return columns;
  }

  private eachMiss(m: Matrix, take: (row: number, column: number, miss: number) => void): void {
    if (m.columns !== this.features.length) {
      throw new AnalyticsError('shape', `The autoencoder knows ${this.features.length} features, not ${m.columns}.`);
    }
    checkMatrix(m, 'Scoring');
    const { scaling, residuals } = this.json;
    for (let from = 0; from < m.rows; from += blockRows) {
      const rows = Math.min(blockRows, m.rows - from);
      const block = { data: m.data.subarray(from * m.columns, (from + rows) * m.columns), rows, columns: m.columns };
      const inputs = networkInputs(block, scaling).data;
      const outputs = this.network.forward(inputs, rows);
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < m.columns; j++) {
          const at = i * m.columns + j;
          take(from + i, j, ((outputs[at]! - inputs[at]!) / residuals[j]!) ** 2);
        }
      }
    }
  }
}

/** Mean squared error between rows and what the network makes of them. */
export function reconstruction(network: DenseNetwork, { data, rows, columns }: Matrix): Trainable {
  let input = new Float64Array(0);
  let slope = input;
  return {
    rows,
    parameters: network.parameters,
    loss: (chosen, gradient) => {
      if (input.length < chosen.length * columns) {
        input = new Float64Array(chosen.length * columns);
        slope = new Float64Array(chosen.length * columns);
      }
      for (let i = 0; i < chosen.length; i++) {
        input.set(data.subarray(chosen[i]! * columns, (chosen[i]! + 1) * columns), i * columns);
      }
      const output = network.forward(input, chosen.length);
      const values = chosen.length * columns;
      let sum = 0;
      for (let i = 0; i < values; i++) {
        const miss = output[i]! - input[i]!;
        sum += miss * miss;
        slope[i] = (2 * miss) / values;
      }
      if (gradient) {
        network.backward(input, slope, chosen.length, gradient);
      }
      return sum / values;
    },
  };
}

function usualMisses(network: DenseNetwork, { data, rows, columns }: Matrix): number[] {
  const squares = new Float64Array(columns);
  for (let from = 0; from < rows; from += blockRows) {
    const count = Math.min(blockRows, rows - from);
    const input = data.subarray(from * columns, (from + count) * columns);
    const output = network.forward(input, count);
    for (let i = 0; i < count * columns; i++) {
      squares[i % columns]! += (output[i]! - input[i]!) ** 2;
    }
  }
  return Array.from(squares, (sum) => Math.max(Math.sqrt(sum / rows), leastResidual));
}

function defaultHidden(columns: number): number[] {
  const middle = Math.max(1, Math.round(columns / 3));
  const wide = Math.max(middle, Math.round((columns * 2) / 3));
  return [wide, middle, wide];
}
