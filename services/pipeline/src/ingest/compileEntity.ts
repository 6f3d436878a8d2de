import { literal } from '../store/sqlText';
import { type FieldCheck, fieldChecks, textColumn, typedSql } from './fieldChecks';
import { columnsOf, fieldText } from './fieldSql';
import type { EntityName, Mapping } from './mappingSchema';
import { readableColumn } from './sourceSql';
import { targets } from './targets';

/** SQL that reads, types and checks the rows of one entity. */
export interface CompiledEntity {
  /** typed columns that the mapping fills, in the order of the select */
  columns: string[];
  /** index = the row's `problem`; rows without one are valid */
  checks: FieldCheck[];
  /** given the source subquery: a SELECT of file, ordinal, problem, bad and the typed columns */
  select: (source: string, file: number) => string;
}

/** Types by which money goes to the customer: their amounts are negative. */
const toCustomer = ['refund', 'win', 'withdrawal', 'transfer'];

const ordered = (entity: EntityName): FieldCheck[] =>
  entity === 'transactions'
    ? [
        {
          field: 'amount',
          column: 'amount',
          code: 'negative_amount',
          reason: 'the amount is negative, but nothing goes back to the customer by this type',
          when: `"amount" < 0 AND "type" NOT IN (${toCustomer.map(literal).join(', ')})`,
        },
        {
          field: 'amount',
          column: 'amount',
          code: 'positive_refund',
          reason: 'the row is a refund, but its amount is positive',
          when: `"amount" > 0 AND "type" = 'refund'`,
        },
      ]
    : [];

/** Builds the SQL from the mapping; a row gets the first check that it fails. */
export function compileEntity(entity: EntityName, mapping: Mapping, now: Date): CompiledEntity {
  const fields = Object.entries(mapping[entity]!.fields).map(([field, source]) => ({
    field,
    source,
    target: targets[entity][field]!,
    column: columnsOf(source).join(' × ') || field,
  }));
  const names = new Set(fields.map(({ target }) => target.column));
  const unreadable: FieldCheck = {
    field: '',
    column: '',
    code: 'bad_json',
    reason: 'the line is not a JSON object',
    when: `NOT ${readableColumn}`,
  };
  const checks = [
    unreadable,
    ...fields.flatMap(({ field, target, column }) => fieldChecks(field, target, column, now)),
    ...ordered(entity).filter(() => names.has('type')),
  ];
  const amountSource = fields.find(({ field }) => field === 'amount')?.column;
  for (const check of checks) {
    check.column = check.column === 'amount' && amountSource ? amountSource : check.column;
  }

  const texts = fields.map(({ field, source }) => `${fieldText(source)} AS ${textColumn(field)}`);
  const typed = fields.map(
    ({ field, source, target }) => `${typedSql(field, target, source, mapping.timeZone)} AS "${target.column}"`
  );
  const problem = `CASE ${checks.map((check, i) => `WHEN ${check.when} THEN ${i}`).join(' ')} END`;
  const bad = `CASE problem ${checks.map((check, i) => (check.field ? `WHEN ${i} THEN left(${textColumn(check.field)}, 256)` : '')).join(' ')} END`;
  const columns = [...names];
  return {
    columns,
    checks,
    select: (source, file) => `
      SELECT ${file} AS file, ordinal, problem, ${bad} AS bad, ${columns.map((name) => `"${name}"`).join(', ')}
      FROM (
        SELECT *, CAST(${problem} AS SMALLINT) AS problem
        FROM (
          SELECT *, ${typed.join(', ')}
          FROM (
            SELECT ordinal, ${readableColumn}, ${texts.join(', ')}
            FROM (SELECT row_number() OVER () AS ordinal, * FROM (${source}))
          )
        )
      )`,
  };
}

/** Columns of the file that the mapping needs and the file lacks. */
export function missingColumns(entity: EntityName, mapping: Mapping, header: readonly string[]): string[] {
  const needed = Object.values(mapping[entity]!.fields).flatMap(columnsOf);
  return [...new Set(needed)].filter((column) => !header.includes(column));
}

export const duplicateCheck = (idColumn: string): FieldCheck => ({
  field: idColumn,
  column: idColumn,
  code: 'duplicate_id',
  reason: 'an earlier row has the same id',
  when: literal(''),
});
