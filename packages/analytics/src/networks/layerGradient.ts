import { multiplyAdd, rowsOf, transposed } from './multiply';

/** A fully connected layer in the array of all parameters. */
export interface Layer {
  inputs: number;
  outputs: number;
  /** where its weights and its biases begin */
  weights: number;
  biases: number;
}

/** Adds slopeᵀ · from to the gradient of a layer's weights, and the sums of the slopes to that of its biases. */
export function addLayerGradient(
  { inputs, outputs, weights, biases }: Layer,
  from: Float64Array,
  slope: Float64Array,
  rows: number,
  gradient: Float64Array
): void {
  multiplyAdd(rowsOf(gradient, inputs, weights), transposed(rowsOf(slope, outputs)), rowsOf(from, inputs), outputs, inputs, rows); // prettier-ignore
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < outputs; j++) {
      gradient[biases + j]! += slope[row * outputs + j]!;
    }
  }
}
