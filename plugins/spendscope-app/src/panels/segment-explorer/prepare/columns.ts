import { FieldType, type DataFrame, type Field } from '@grafana/data';

/** Numbers of a column; NaN for null, empty and text that is no number. Outer bucket keys arrive as text. */
export function numbersOf(field: Field): Float64Array {
  const numbers = new Float64Array(field.values.length);
  for (let i = 0; i < numbers.length; i += 1) {
    const value: unknown = field.values[i];
    numbers[i] = value == null || value === '' ? NaN : Number(value);
  }
  return numbers;
}

/** Whether a column holds numbers, be it as text. */
export function holdsNumbers(field: Field): boolean {
  if (field.type === FieldType.number) {
    return true;
  }
  const first: unknown = field.values.find((value) => value != null && value !== '');
  return field.type === FieldType.string && typeof first === 'string' && Number.isFinite(Number(first));
}

export function findColumn(frame: DataFrame, name: string): Field | undefined {
  return frame.fields.find((field) => field.name === name);
}
