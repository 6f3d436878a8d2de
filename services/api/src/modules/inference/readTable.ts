import { type Column, type Preparation, type Table, tableOf } from '@spendscope/analytics';
import { type InferTensor, mostInferenceRows } from '@spendscope/contracts';
import { ApiError } from '../../http/apiError';
import { flatValues } from './flatValues';
import { readColumn } from './readColumn';
import { tensorFault } from './tensorFault';

/** Name of the tensor that holds all columns, where all are numbers. */
export const allColumns = 'features';

type Steps = Preparation['steps'];

/**
 * Rows as the model learnt them, out of one tensor [rows, columns], or one for each column in any order.
 * @throws ApiError 400 naming the tensor and what to send instead, 413 on too many rows
 */
export function readTable(steps: Steps, inputs: readonly InferTensor[]): Table {
  const rows = inputs[0]!.shape[0]!;
  if (rows > mostInferenceRows) {
    throw new ApiError(413, 'too_many_rows', `The request has ${rows} rows; send at most ${mostInferenceRows} at once.`); // prettier-ignore
  }
  const given = new Map(inputs.map((tensor) => [tensor.name, tensor]));
  if (given.size < inputs.length) {
    throw tensorFault(inputs.find((tensor, at) => given.get(tensor.name) !== inputs[at])!.name, 'it is there twice.');
  }
  const all = given.get(allColumns);
  if (all && !steps.some(({ name }) => name === allColumns)) {
    return tableOf(columnsOf(steps, all, given.size));
  }
  return tableOf(
    namedTensors(steps, given).map((tensor, at): Column => {
      const [count, width = 1] = tensor.shape as [number, number?];
      if (count !== rows || width !== 1) {
        throw tensorFault(tensor.name, `the shape has to be [${rows}], as many rows as "${inputs[0]!.name}" has.`);
      }
      return readColumn(steps[at]!, { ...tensor, values: flatValues(tensor) });
    })
  );
}

/** One for each step, in the model's order. */
function namedTensors(steps: Steps, given: ReadonlyMap<string, InferTensor>): InferTensor[] {
  const unknown = [...given.keys()].find((name) => !steps.some((step) => step.name === name));
  const missing = steps.filter(({ name }) => !given.has(name)).map(({ name }) => name);
  if (missing.length > 0) {
    throw new ApiError(400, 'tensor_missing', `Tensors are missing: ${missing.join(', ')}. Send null where a value is not known.`); // prettier-ignore
  }
  if (unknown !== undefined) {
    throw tensorFault(unknown, `the model has no such column. It takes ${steps.map(({ name }) => name).join(', ')}.`);
  }
  return steps.map(({ name }) => given.get(name)!);
}

/** The columns of the one tensor that holds all. */
function columnsOf(steps: Steps, tensor: InferTensor, tensors: number): Column[] {
  const { name, datatype, shape } = tensor;
  const names = steps.filter(({ kind }) => kind === 'category').map((step) => step.name);
  if (names.length > 0) {
    throw tensorFault(name, `the model has columns of names (${names.join(', ')}): send one tensor for each column.`);
  }
  if (tensors > 1) {
    throw tensorFault(name, 'it holds all columns: send it alone, or one tensor for each column.');
  }
  const width = steps.length;
  if (shape.length !== 2 || shape[1] !== width) {
    throw tensorFault(name, `the shape has to be [rows, ${width}], in the order ${steps.map((step) => step.name).join(', ')}.`); // prettier-ignore
  }
  const values = flatValues(tensor);
  return steps.map((step, column) => {
    const own = Array.from({ length: shape[0]! }, (_, row) => values[row * width + column]);
    return readColumn(step, { name: `${name}, column ${step.name}`, datatype, values: own });
  });
}
