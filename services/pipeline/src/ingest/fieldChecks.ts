import { literal } from '../store/sqlText';
import type { FieldSource } from './mappingSchema';
import type { Target } from './targets';

/** A condition under which a row is rejected. */
export interface FieldCheck {
  field: string;
  /** column of the file, as the user knows it */
  column: string;
  code: string;
  reason: string;
  /** SQL over the text columns (`t_FIELD`) and typed columns of the row */
  when: string;
}

export const longestId = 200;
export const longestText = 1_000;

/** How far ahead of now a time may lie: clocks differ, and "today" can be tomorrow elsewhere. */
const aheadHours = 24;

export const textColumn = (field: string): string => `"t_${field}"`;

/** SQL that turns a field's text into its type; NULL where it does not fit. */
export function typedSql(field: string, target: Target, source: FieldSource, timeZone: string): string {
  const text = textColumn(field);
  switch (target.kind) {
    case 'instant':
      return instantSql(text, timeZone, typeof source === 'object' && 'column' in source ? source.format : undefined);
    case 'number':
      return `TRY_CAST(${text} AS DOUBLE)`;
    case 'integer':
      // Tables that went through pandas write whole numbers as 3.0.
      return `TRY_CAST(CASE WHEN TRY_CAST(${text} AS DOUBLE) = floor(TRY_CAST(${text} AS DOUBLE)) THEN TRY_CAST(${text} AS DOUBLE) END AS INTEGER)`;
    case 'boolean':
      return `CASE WHEN lower(${text}) IN ('true', 't', 'yes', 'y', '1', '1.0') THEN true
        WHEN lower(${text}) IN ('false', 'f', 'no', 'n', '0', '0.0') THEN false END`;
    case 'customer':
      return `regexp_replace(${text}, '^(\\d+)\\.0$', '\\1')`;
    case 'country':
      return `upper(${text})`;
    default:
      return text;
  }
}

function instantSql(text: string, timeZone: string, format?: string): string {
  if (format) {
    return `((try_strptime(${text}, ${literal(format)}) AT TIME ZONE ${literal(timeZone)}) AT TIME ZONE 'UTC')`;
  }
  const naive = `((TRY_CAST(${text} AS TIMESTAMP) AT TIME ZONE ${literal(timeZone)}) AT TIME ZONE 'UTC')`;
  return `CASE WHEN regexp_matches(${text}, '(Z|z|:\\d\\d[.0-9]*[+-]\\d\\d(:?\\d\\d)?)$')
    THEN (TRY_CAST(${text} AS TIMESTAMPTZ) AT TIME ZONE 'UTC') ELSE ${naive} END`;
}

/** The checks of one field, the most telling first. */
export function fieldChecks(field: string, target: Target, column: string, now: Date): FieldCheck[] {
  const text = textColumn(field);
  const typed = `"${target.column}"`;
  const check = (code: string, reason: string, when: string): FieldCheck => ({ field, column, code, reason, when });
  const given = `${text} IS NOT NULL`;
  const checks: FieldCheck[] = [];
  if (target.required) {
    checks.push(check(`missing_${field}`, `${column} is empty`, `${text} IS NULL`));
  }
  const long = target.kind === 'id' || target.kind === 'customer' ? longestId : longestText;
  checks.push(check('too_long', `${column} is longer than ${long} characters`, `length(${text}) > ${long}`));
  checks.push(
    check(
      'control_character',
      `${column} holds a control character`,
      `regexp_matches(${text}, '[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]')`
    )
  );
  switch (target.kind) {
    case 'instant':
      checks.push(
        check('not_a_time', `${column} is not a time (ISO 8601 expected)`, `${given} AND ${typed} IS NULL`),
        check('before_1970', `${column} lies before 1970`, `${typed} < TIMESTAMP '1970-01-01'`),
        check('future_time', `${column} lies in the future`, `${typed} > TIMESTAMP ${literal(latest(now))}`)
      );
      break;
    case 'number':
    case 'integer':
      checks.push(
        check(
          'not_a_number',
          `${column} is not a ${target.kind === 'integer' ? 'whole number' : 'number (digits and a point, such as 1234.50)'}`,
          `${given} AND (${typed} IS NULL OR NOT isfinite(CAST(${typed} AS DOUBLE)))`
        ),
        check(
          'out_of_range',
          `${column} is outside ${target.min} to ${target.max}`,
          `${typed} NOT BETWEEN ${target.min} AND ${target.max}`
        )
      );
      break;
    case 'boolean':
      checks.push(check('not_a_boolean', `${column} is neither true nor false`, `${given} AND ${typed} IS NULL`));
      break;
    case 'oneOf':
      checks.push(
        check(
          'unknown_value',
          `${column} is none of ${target.values!.join(', ')}`,
          `${given} AND ${typed} NOT IN (${target.values!.map(literal).join(', ')})`
        )
      );
      break;
    case 'country':
      checks.push(
        check(
          'not_a_country',
          `${column} is not a two-letter country code`,
          `NOT regexp_matches(${typed}, '^[A-Z]{2}$')`
        )
      );
      break;
    case 'ip':
      checks.push(check('not_an_ip', `${column} is not an IP address`, `${given} AND NOT ${ipPattern(text)}`));
      break;
    default:
  }
  return checks;
}

const octet = '(25[0-5]|2[0-4]\\d|1?\\d?\\d)';

function ipPattern(text: string): string {
  return `(regexp_full_match(${text}, '${octet}(\\.${octet}){3}') OR
    regexp_full_match(${text}, '[0-9a-fA-F:]{2,39}') AND contains(${text}, ':'))`;
}

function latest(now: Date): string {
  return new Date(now.getTime() + aheadHours * 3_600_000).toISOString().replace('T', ' ').replace('Z', '');
}
