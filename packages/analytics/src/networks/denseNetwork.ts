import type { Random } from '../random';
import { type Layer, addLayerGradient } from './layerGradient';
import { multiplyAdd, rowsOf, transposed } from './multiply';

/**
 * Fully connected layers, tanh between them and none after the last. All weights lie in one array, layer by layer: the
 * weights of each output beside each other, then the biases.
 */
export class DenseNetwork {
  private readonly layers: readonly Layer[];
  /** outputs of the layers, for as many rows as were met */
  private outputs: Float64Array[] = [];
  private slopes: Float64Array[] = [];
  private room = 0;

  /** @param sizes inputs, hidden layers, outputs */
  constructor(
    readonly sizes: readonly number[],
    readonly parameters: Float64Array
  ) {
    this.layers = layersOf(sizes);
  }

  /** Begins with uniform weights: X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010. */
  static create(sizes: readonly number[], random: Random): DenseNetwork {
    const parameters = new Float64Array(parameterCount(sizes));
    for (const { inputs, outputs, weights, biases } of layersOf(sizes)) {
      const limit = Math.sqrt(6 / (inputs + outputs));
      for (let i = weights; i < biases; i++) {
        parameters[i] = random.between(-limit, limit);
      }
    }
    return new DenseNetwork(sizes, parameters);
  }

  /** Outputs of the last layer, row by row; overwritten by the next call. */
  forward(input: Float64Array, rows: number): Float64Array {
    this.makeRoom(rows);
    let from = input;
    this.layers.forEach((layer, l) => {
      const to = this.outputs[l]!;
      applyLayer(layer, this.parameters, from, to, rows);
      if (l < this.layers.length - 1) {
        applyTanh(to, rows * layer.outputs);
      }
      from = to;
    });
    return from;
  }

  /**
   * Adds the gradient of the weights for the rows that `forward` has just seen.
   *
   * @param slope derivative of the loss by each output; overwritten
   */
  backward(input: Float64Array, slope: Float64Array, rows: number, gradient: Float64Array): void {
    let back = slope;
    for (let l = this.layers.length - 1; l >= 0; l--) {
      const layer = this.layers[l]!;
      const from = l > 0 ? this.outputs[l - 1]! : input;
      addLayerGradient(layer, from, back, rows, gradient);
      if (l > 0) {
        const next = this.slopes[l - 1]!.fill(0, 0, rows * layer.inputs);
        const { inputs, outputs, weights } = layer;
        multiplyAdd(rowsOf(next, inputs), rowsOf(back, outputs), rowsOf(this.parameters, inputs, weights), rows, inputs, outputs); // prettier-ignore
        for (let i = 0; i < rows * inputs; i++) {
          next[i]! *= 1 - from[i]! * from[i]!;
        }
        back = next;
      }
    }
  }

  private makeRoom(rows: number): void {
    if (rows > this.room) {
      this.outputs = this.layers.map(({ outputs }) => new Float64Array(rows * outputs));
      this.slopes = this.layers.map(({ outputs }) => new Float64Array(rows * outputs));
      this.room = rows;
    }
  }
}

function layersOf(sizes: readonly number[]): Layer[] {
  let weights = 0;
  return sizes.slice(1).map((outputs, l) => {
    const inputs = sizes[l]!;
    const layer = { inputs, outputs, weights, biases: weights + inputs * outputs };
    weights = layer.biases + outputs;
    return layer;
  });
}

export const parameterCount = (sizes: readonly number[]): number =>
  layersOf(sizes).reduce((sum, { inputs, outputs }) => sum + (inputs + 1) * outputs, 0);

function applyLayer(
  { inputs, outputs, weights, biases }: Layer,
  parameters: Float64Array,
  from: Float64Array,
  to: Float64Array,
  rows: number
): void {
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < outputs; j++) {
      to[row * outputs + j] = parameters[biases + j]!;
    }
  }
  const weightsByInput = transposed(rowsOf(parameters, inputs, weights));
  multiplyAdd(rowsOf(to, outputs), rowsOf(from, inputs), weightsByInput, rows, outputs, inputs);
}

/** In place. By exp, which costs half of Math.tanh; right to 1e-16 in absolute terms. */
export function applyTanh(values: Float64Array, length: number): void {
  for (let i = 0; i < length; i++) {
    values[i] = 1 - 2 / (Math.exp(2 * values[i]!) + 1);
  }
}
