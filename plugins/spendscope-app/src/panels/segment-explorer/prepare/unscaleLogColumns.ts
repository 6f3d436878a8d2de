import { FieldType, type DataFrame, type Field } from '@grafana/data';
import type { CellColumns } from '../types';
import { numbersOf } from './columns';

const scaledPart = /(^|\.)log100_/;
const SCALE = 100;

const unscaledName = (name: string): string => name.replace(scaledPart, '$1log_');

function unscaled(field: Field): Field {
  const values = Array.from(numbersOf(field), (value) => value / SCALE);
  return { ...field, type: FieldType.number, name: unscaledName(field.name), values };
}

/**
 * What the query asked for a column of {@link unscaleLogColumns}: position = (key − `offset`) ÷ `factor` is where a bucket
 * begins. Scaled values were rounded, so theirs begins half a unit below its key.
 */
export function storedColumn(asked: DataFrame, name: string): CellColumns['x'] {
  const scaled = asked.fields.find((field) => field.name !== name && unscaledName(field.name) === name);
  return scaled ? { column: scaled.name, factor: SCALE, offset: 0.5 } : { column: name, factor: 1, offset: 0 };
}

/**
 * Columns of 100 · log10(1 + x) as columns of log10(1 + x). They exist because Grafana cuts the keys of all but the
 * innermost histogram to whole numbers; a frame without them is returned as it is, none is changed.
 */
export function unscaleLogColumns(frame: DataFrame): DataFrame {
  const has = (name: string): boolean => frame.fields.some((field) => field.name === name);
  const wanted = frame.fields.filter((field) => scaledPart.test(field.name) && !has(unscaledName(field.name)));
  return wanted.length === 0
    ? frame
    : { ...frame, fields: frame.fields.map((field) => (wanted.includes(field) ? unscaled(field) : field)) };
}
