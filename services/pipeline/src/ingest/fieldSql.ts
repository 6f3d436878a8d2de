import { identifier, literal } from '../store/sqlText';
import type { FieldSource } from './mappingSchema';

const cleaned = (column: string): string => `nullif(trim(${identifier(column)}), '')`;

/** Columns of the file that a field reads. */
export function columnsOf(source: FieldSource): string[] {
  if (typeof source === 'string') {
    return [source];
  }
  if ('column' in source) {
    return [source.column];
  }
  if ('product' in source) {
    return [...source.product];
  }
  if ('sign' in source) {
    return [source.sign.column];
  }
  return 'numbered' in source ? [source.numbered] : [];
}

/** SQL for a field's text, NULL where the file has nothing. */
export function fieldText(source: FieldSource): string {
  if (typeof source === 'string') {
    return cleaned(source);
  }
  if ('constant' in source) {
    return literal(source.constant);
  }
  if ('product' in source) {
    return productText(source.product);
  }
  if ('sign' in source) {
    const { column, negative, otherwise } = source.sign;
    return `CASE WHEN TRY_CAST(${cleaned(column)} AS DOUBLE) < 0 THEN ${literal(negative)} ELSE ${literal(otherwise)} END`;
  }
  if ('numbered' in source) {
    // Numbered by the row's place in the file: the same file gives the same ids.
    return `${cleaned(source.numbered)} || '-' || row_number() OVER (PARTITION BY ${cleaned(source.numbered)} ORDER BY ordinal)`;
  }
  return source.values ? replaced(source.column, source.values) : cleaned(source.column);
}

/** The product to the cent and below; a text that is no number stays as it is, for the reject's reason. */
function productText([a, b]: readonly [string, string]): string {
  const value = `round(TRY_CAST(${cleaned(a)} AS DOUBLE) * TRY_CAST(${cleaned(b)} AS DOUBLE), 6)`;
  return `coalesce(CAST(${value} AS VARCHAR), ${cleaned(a)} || ' × ' || ${cleaned(b)})`;
}

function replaced(column: string, values: Readonly<Record<string, string>>): string {
  const cases = Object.entries(values).map(
    ([from, to]) => `WHEN ${literal(from)} THEN ${to === '' ? 'NULL' : literal(to)}`
  );
  return `CASE ${cleaned(column)} ${cases.join(' ')} ELSE ${cleaned(column)} END`;
}
