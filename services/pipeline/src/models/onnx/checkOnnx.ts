import type { OnnxModelFile } from '@spendscope/contracts';
import { UserError } from '../../userError';
import type { OnnxSession, OnnxValue } from './onnxSession';

export type OnnxPlace = Pick<OnnxModelFile, 'input' | 'dtype' | 'output'>;

const dtypes = ['float32', 'float64'] as const;
/** As scikit-learn's converters name what is wanted. */
const usualOutputs = ['probabilities', 'output_probability', 'scores'];

/**
 * Finds the input and the output that scores are read from.
 *
 * @throws UserError where the model does not take rows of these features, or gives no score for each
 */
export async function checkOnnx(
  session: OnnxSession,
  file: string,
  features: number,
  output?: string
): Promise<OnnxPlace> {
  const input = checkInput(session.inputs, file, features);
  const place = { ...input, output: chooseOutput(session.outputs, file, output) };
  const trial = { ...place, values: new Float64Array(2 * features), rows: 2, columns: features };
  const { dims } = await session.run(trial).catch((cause: unknown) => {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`${file} cannot judge rows of ${features} features: ${said}`, undefined, { cause });
  });
  if (!isScoreShape(dims, 2)) {
    throw new UserError(
      `The output "${place.output}" of ${file} is of shape [${dims.join(', ')}] for two rows; a score a row is needed.`,
      'Name another with --output, or export the model with outputs of [rows], [rows, 1] or [rows, 2].'
    );
  }
  return place;
}

/** One number a row, or the probabilities of two classes. */
export function isScoreShape(dims: readonly number[], rows: number): boolean {
  return dims[0] === rows && (dims.length === 1 || (dims.length === 2 && dims[1]! <= 2));
}

function checkInput(inputs: readonly OnnxValue[], file: string, features: number): Pick<OnnxPlace, 'input' | 'dtype'> {
  const names = inputs.map(({ name }) => name).join(', ');
  const [input] = inputs;
  if (!input || inputs.length > 1) {
    throw new UserError(
      `${file} has ${inputs.length} inputs (${names}); one of shape [rows, features] is needed.`,
      'Export the model from an array, not from named columns.'
    );
  }
  const dtype = dtypes.find((known) => known === input.type);
  if (!dtype) {
    throw new UserError(`The input "${input.name}" of ${file} is of ${input.type ?? 'no tensor'}; float32 or float64 is needed.`); // prettier-ignore
  }
  const [rows, columns] = (input.shape ?? []).map(fixed);
  if (input.shape?.length !== 2 || rows !== undefined) {
    throw new UserError(
      `The input "${input.name}" of ${file} is of shape [${input.shape?.join(', ')}]; [any number of rows, features] is needed.`,
      'Export the model with a dynamic number of rows.'
    );
  }
  if (columns !== undefined && columns !== features) {
    throw new UserError(
      `${file} takes ${columns} columns, but ${features} features are named.`,
      'Name with --features what it was trained on, in the same order.'
    );
  }
  return { input: input.name, dtype };
}

/** The runtime tells an open dimension by a name or by its largest number. */
function fixed(size: number | string): number | undefined {
  return typeof size === 'number' && size < 2 ** 31 ? size : undefined;
}

function chooseOutput(outputs: readonly OnnxValue[], file: string, wanted?: string): string {
  const names = outputs.map(({ name }) => name);
  const usable = outputs.filter(({ isTensor, type }) => isTensor && dtypes.some((known) => known === type));
  const name = wanted ?? usualOutputs.find((usual) => names.includes(usual)) ?? (usable.length === 1 ? usable[0]!.name : undefined); // prettier-ignore
  const found = outputs.find((output) => output.name === name);
  if (!found) {
    throw new UserError(
      name === undefined ? `It is not clear which output of ${file} is the score.` : `${file} has no output "${name}".`,
      `Name one with --output: ${names.join(', ')}.`
    );
  }
  if (!usable.includes(found)) {
    throw new UserError(
      `The output "${found.name}" of ${file} is ${found.isTensor ? `of ${found.type}` : 'no tensor'}; numbers are needed.`,
      'From scikit-learn, export with options={id(model): {"zipmap": False}}, or name another with --output.'
    );
  }
  return found.name;
}
