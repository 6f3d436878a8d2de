import type { Random } from '../random';
import { applyTanh } from './denseNetwork';
import { addLayerGradient } from './layerGradient';
import { multiplyAdd, rowsOf, transposed } from './multiply';
import type { Packing } from './packing';

/**
 * One layer of long short-term memory (S. Hochreiter, J. Schmidhuber, 1997, with the forget gate of F. Gers et al., 2000)
 * and a linear layer on its output at every step. Weights lie in one array: from the input, from the last output, biases
 * (gates in the order input, forget, candidate, output), then the linear layer's.
 */
export class LstmNetwork {
  private readonly at: Places;
  private room: Room = emptyRoom();
  private slopes: Float64Array = new Float64Array(0);
  private gateSlopes: Float64Array = new Float64Array(0);

  constructor(
    readonly inputs: number,
    readonly hidden: number,
    readonly outputs: number,
    readonly parameters: Float64Array
  ) {
    this.at = placesOf(inputs, hidden, outputs);
  }

  /** Glorot's uniform weights; the forget gate begins open (R. Jozefowicz et al., 2015). */
  static create(inputs: number, hidden: number, outputs: number, random: Random): LstmNetwork {
    const at = placesOf(inputs, hidden, outputs);
    const parameters = new Float64Array(at.end);
    const fill = (from: number, to: number, ends: number): void => {
      const limit = Math.sqrt(6 / ends);
      for (let i = from; i < to; i++) {
        parameters[i] = random.between(-limit, limit);
      }
    };
    fill(at.input, at.recurrent, inputs + hidden);
    fill(at.recurrent, at.bias, hidden + hidden);
    parameters.fill(1, at.bias + hidden, at.bias + 2 * hidden);
    fill(at.output, at.outputBias, hidden + outputs);
    return new LstmNetwork(inputs, hidden, outputs, parameters);
  }

  static parameterCount(inputs: number, hidden: number, outputs: number): number {
    return placesOf(inputs, hidden, outputs).end;
  }

  /** Outputs of every packed row; overwritten by the next call. */
  forward(input: Float64Array, { sizes, offsets, rows }: Packing): Float64Array {
    const { inputs, hidden, outputs, parameters, at } = this;
    const room = this.makeRoom(rows);
    fillRows(room.gates, parameters, at.bias, 4 * hidden, rows);
    multiplyAdd(rowsOf(room.gates, 4 * hidden), rowsOf(input, inputs), transposed(rowsOf(parameters, inputs, at.input)), rows, 4 * hidden, inputs); // prettier-ignore
    const recurrent = transposed(rowsOf(parameters, hidden, at.recurrent));
    sizes.forEach((size, step) => {
      const from = offsets[step]!;
      const before = step > 0 ? offsets[step - 1]! : -1;
      if (before >= 0) {
        multiplyAdd(rowsOf(room.gates, 4 * hidden, from * 4 * hidden), rowsOf(room.output, hidden, before * hidden), recurrent, size, 4 * hidden, hidden); // prettier-ignore
      }
      remember(room, hidden, from, before, size);
    });
    fillRows(room.result, parameters, at.outputBias, outputs, rows);
    multiplyAdd(rowsOf(room.result, outputs), rowsOf(room.output, hidden), transposed(rowsOf(parameters, hidden, at.output)), rows, outputs, hidden); // prettier-ignore
    return room.result;
  }

  /**
   * Adds the gradient of the weights for the rows that `forward` has just seen: back-propagation through time.
   *
   * @param slope derivative of the loss by each output
   */
  backward(input: Float64Array, slope: Float64Array, packed: Packing, gradient: Float64Array): void {
    const { inputs, hidden, outputs, parameters, at, room } = this;
    const { sizes, offsets, rows } = packed;
    const toOutputs = { inputs: hidden, outputs, weights: at.output, biases: at.outputBias };
    addLayerGradient(toOutputs, room.output, slope, rows, gradient);
    const slopes = this.slopes.fill(0, 0, rows * hidden);
    multiplyAdd(rowsOf(slopes, hidden), rowsOf(slope, outputs), rowsOf(parameters, hidden, at.output), rows, hidden, outputs); // prettier-ignore
    const gateSlopes = this.gateSlopes;
    const memory = new Float64Array((sizes[0] ?? 0) * hidden);
    for (let step = sizes.length - 1; step >= 0; step--) {
      const from = offsets[step]!;
      const before = step > 0 ? offsets[step - 1]! : -1;
      forget(room, gateSlopes, slopes, memory, hidden, from, before, sizes[step]!);
      if (before >= 0) {
        const gates = rowsOf(gateSlopes, 4 * hidden, from * 4 * hidden);
        multiplyAdd(rowsOf(slopes, hidden, before * hidden), gates, rowsOf(parameters, hidden, at.recurrent), sizes[step]!, hidden, 4 * hidden); // prettier-ignore
        multiplyAdd(rowsOf(gradient, hidden, at.recurrent), transposed(gates), rowsOf(room.output, hidden, before * hidden), 4 * hidden, hidden, sizes[step]!); // prettier-ignore
      }
    }
    const toGates = { inputs, outputs: 4 * hidden, weights: at.input, biases: at.bias };
    addLayerGradient(toGates, input, gateSlopes, rows, gradient);
  }

  private makeRoom(rows: number): Room {
    if (rows * this.hidden > this.room.output.length) {
      const values = (columns: number): Float64Array => new Float64Array(rows * columns);
      const { hidden, outputs } = this;
      this.room = { gates: values(4 * hidden), memory: values(hidden), squashed: values(hidden), output: values(hidden), result: values(outputs) }; // prettier-ignore
      this.slopes = values(hidden);
      this.gateSlopes = values(4 * hidden);
    }
    return this.room;
  }
}

/** Where each part of the parameters begins. */
interface Places {
  input: number;
  recurrent: number;
  bias: number;
  output: number;
  outputBias: number;
  end: number;
}

function placesOf(inputs: number, hidden: number, outputs: number): Places {
  const recurrent = 4 * hidden * inputs;
  const bias = recurrent + 4 * hidden * hidden;
  const output = bias + 4 * hidden;
  const outputBias = output + outputs * hidden;
  return { input: 0, recurrent, bias, output, outputBias, end: outputBias + outputs };
}

/** What a forward pass keeps of every row. */
interface Room {
  /** after their functions: input, forget, candidate, output */
  gates: Float64Array;
  memory: Float64Array;
  /** tanh of the memory */
  squashed: Float64Array;
  output: Float64Array;
  result: Float64Array;
}

const emptyRoom = (): Room => {
  const none = new Float64Array(0);
  return { gates: none, memory: none, squashed: none, output: none, result: none };
};

function fillRows(to: Float64Array, parameters: Float64Array, from: number, columns: number, rows: number): void {
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < columns; j++) {
      to[row * columns + j] = parameters[from + j]!;
    }
  }
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** One step forward: the gates' functions, the new memory and the output. `before` is the last step's first row, or −1. */
function remember(room: Room, hidden: number, from: number, before: number, size: number): void {
  const { gates, memory, squashed, output } = room;
  for (let i = 0; i < size; i++) {
    const gate = (from + i) * 4 * hidden;
    const here = (from + i) * hidden;
    for (let j = 0; j < hidden; j++) {
      const input = sigmoid(gates[gate + j]!);
      const keep = sigmoid(gates[gate + hidden + j]!);
      const candidate = 1 - 2 / (Math.exp(2 * gates[gate + 2 * hidden + j]!) + 1);
      gates[gate + j] = input;
      gates[gate + hidden + j] = keep;
      gates[gate + 2 * hidden + j] = candidate;
      gates[gate + 3 * hidden + j] = sigmoid(gates[gate + 3 * hidden + j]!);
      const last = before < 0 ? 0 : memory[(before + i) * hidden + j]!;
      const now = keep * last + input * candidate;
      memory[here + j] = now;
      squashed[here + j] = now;
    }
  }
  const step = squashed.subarray(from * hidden, (from + size) * hidden);
  applyTanh(step, step.length);
  for (let i = from; i < from + size; i++) {
    for (let j = 0; j < hidden; j++) {
      output[i * hidden + j] = gates[(i * 4 + 3) * hidden + j]! * squashed[i * hidden + j]!;
    }
  }
}

/** One step backward: derivatives by the gates before their functions, and by the memory of the step before. */
function forget(
  { gates, memory, squashed }: Room,
  gateSlopes: Float64Array,
  slopes: Float64Array,
  memorySlopes: Float64Array,
  hidden: number,
  from: number,
  before: number,
  size: number
): void {
  for (let i = 0; i < size; i++) {
    const gate = (from + i) * 4 * hidden;
    const here = (from + i) * hidden;
    for (let j = 0; j < hidden; j++) {
      const input = gates[gate + j]!;
      const keep = gates[gate + hidden + j]!;
      const candidate = gates[gate + 2 * hidden + j]!;
      const open = gates[gate + 3 * hidden + j]!;
      const tanh = squashed[here + j]!;
      const slope = slopes[here + j]!;
      const inMemory = memorySlopes[i * hidden + j]! + slope * open * (1 - tanh * tanh);
      const last = before < 0 ? 0 : memory[(before + i) * hidden + j]!;
      gateSlopes[gate + j] = inMemory * candidate * input * (1 - input);
      gateSlopes[gate + hidden + j] = inMemory * last * keep * (1 - keep);
      gateSlopes[gate + 2 * hidden + j] = inMemory * input * (1 - candidate * candidate);
      gateSlopes[gate + 3 * hidden + j] = slope * tanh * open * (1 - open);
      memorySlopes[i * hidden + j] = inMemory * keep;
    }
  }
}
