import { FieldType, type DataFrame, type Field } from '@grafana/data';
import { numbersOf } from './columns';

const scaledPart = /(^|\.)log100_/;
const SCALE = 100;

function unscaled(field: Field): Field {
  const values = Array.from(numbersOf(field), (value) => value / SCALE);
  return { ...field, type: FieldType.number, name: field.name.replace(scaledPart, '$1log_'), values };
}

/**
 * Columns of 100 · log10(1 + x) as columns of log10(1 + x). They exist because Grafana cuts the keys of all but the
 * innermost histogram to whole numbers; a frame without them is returned as it is, none is changed.
 */
export function unscaleLogColumns(frame: DataFrame): DataFrame {
  const has = (name: string): boolean => frame.fields.some((field) => field.name === name);
  const wanted = frame.fields.filter(
    (field) => scaledPart.test(field.name) && !has(field.name.replace(scaledPart, '$1log_'))
  );
  return wanted.length === 0
    ? frame
    : { ...frame, fields: frame.fields.map((field) => (wanted.includes(field) ? unscaled(field) : field)) };
}
