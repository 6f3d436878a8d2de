import type { Column } from '@spendscope/analytics';
import type { TensorType } from '@spendscope/contracts';
import { tensorFault } from './tensorFault';

/** Longest name of a category that any data has by far. */
const longestName = 200;

interface Given {
  /** of the tensor */
  name: string;
  datatype: TensorType;
  values: readonly unknown[];
}

/**
 * A column of a table out of a tensor's values: null is one that is not known.
 * @throws ApiError 400 naming the tensor and the value that is none of the datatype
 */
export function readColumn(column: { name: string; kind: Column['kind'] }, { name, datatype, values }: Given): Column {
  if ((column.kind === 'category') !== (datatype === 'BYTES')) {
    const right = column.kind === 'category' ? 'BYTES, since it is of names' : 'FP64, FP32, INT64, INT32 or BOOL';
    throw tensorFault(name, `${column.name} is sent as ${right}, not as ${datatype}.`);
  }
  const wrong = values.findIndex((value) => value !== null && !isOf[datatype](value));
  if (wrong >= 0) {
    throw tensorFault(name, `value ${wrong} is ${kindOf(values[wrong])}; ${datatype} takes ${takes[datatype]}, and null where it is not known.`); // prettier-ignore
  }
  return column.kind === 'category'
    ? { ...column, kind: 'category', values: values as (string | null)[] }
    : { ...column, kind: 'number', values: Float64Array.from(values, (value) => (value === null ? NaN : Number(value))) }; // prettier-ignore
}

const isWhole = (value: unknown): boolean => Number.isSafeInteger(value);
const isFinite = (value: unknown): boolean => Number.isFinite(value);
const isOf: Record<TensorType, (value: unknown) => boolean> = {
  BOOL: (value) => typeof value === 'boolean',
  INT32: (value) => isWhole(value) && (value as number) === ((value as number) | 0),
  INT64: isWhole,
  FP32: isFinite,
  FP64: isFinite,
  BYTES: (value) => typeof value === 'string' && value.length <= longestName,
};
const takes: Record<TensorType, string> = {
  BOOL: 'true and false',
  INT32: 'whole numbers of 32 bits',
  INT64: 'whole numbers that JSON keeps exactly',
  FP32: 'numbers',
  FP64: 'numbers',
  BYTES: `texts of at most ${longestName} characters`,
};

/** What stands there, without the value itself, which may be personal or long. */
const kindOf = (value: unknown): string => (Array.isArray(value) ? 'a list' : `a ${typeof value} that does not fit`);
