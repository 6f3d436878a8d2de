import { identifier, literal } from '../store/sqlText';

/** How a column becomes JSON. */
export type JsonKind = 'text' | 'number' | 'boolean' | 'instant';

export interface JsonField {
  kind: JsonKind;
  /** SQL expression; a field whose value is NULL is left out */
  sql: string;
}

/** One pass over the parts, NULL as nothing; `||` would copy what is there already with every part. */
const concatSql = (parts: readonly string[]): string => `concat(${parts.join(', ')})`;

/**
 * SQL for the JSON text of a document, built by DuckDB on its own threads: rows reach JavaScript as one string each.
 * The first field must not be NULL.
 *
 * @param more expressions of what is to be appended, nothing where NULL
 */
export function documentSql(fields: Readonly<Record<string, JsonField>>, more: readonly string[] = []): string {
  return concatSql(documentParts(fields, more));
}

/** SQL for the lines of `_bulk` that store the document under an id. */
export function entrySql(
  { index, id }: { index: string; id: string },
  fields: Readonly<Record<string, JsonField>>,
  more: readonly string[] = []
): string {
  return concatSql([
    `'{"index":{"_index":"'`,
    index,
    `'","_id":'`,
    `CAST(to_json(${id}) AS VARCHAR)`,
    "'}}' || chr(10)",
    ...documentParts(fields, more),
    'chr(10)',
  ]);
}

/** SQL for fields to append to a document: `,"name":value…`, empty where all are NULL. */
export function appendedFieldsSql(fields: Readonly<Record<string, JsonField>>): string {
  return concatSql(Object.entries(fields).map(([name, field]) => fieldSql(',', name, field)));
}

function documentParts(fields: Readonly<Record<string, JsonField>>, more: readonly string[]): string[] {
  const parts = Object.entries(fields).map(([name, field], i) => fieldSql(i === 0 ? '{' : ',', name, field));
  return [...parts, ...more, "'}'"];
}

/** NULL where the field is. */
function fieldSql(before: '{' | ',', name: string, { kind, sql }: JsonField): string {
  return `${literal(`${before}${JSON.stringify(name)}:`)} || ${json(kind, sql)}`;
}

function json(kind: JsonKind, sql: string): string {
  switch (kind) {
    case 'text':
      return `CAST(to_json(${sql}) AS VARCHAR)`;
    case 'number':
    case 'boolean':
      return `CAST(${sql} AS VARCHAR)`;
    case 'instant':
      return `strftime(${sql}, '"%Y-%m-%dT%H:%M:%S.%gZ"')`;
  }
}

export const column = (kind: JsonKind, name: string, table = 't'): JsonField => ({
  kind,
  sql: `${table}.${identifier(name)}`,
});
