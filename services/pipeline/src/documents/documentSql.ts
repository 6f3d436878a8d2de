import { identifier, literal } from '../store/sqlText';

/** How a column becomes JSON. */
export type JsonKind = 'text' | 'number' | 'boolean' | 'instant';

export interface JsonField {
  kind: JsonKind;
  /** SQL expression; a field whose value is NULL is left out */
  sql: string;
}

/**
 * SQL for the JSON text of a document, built by DuckDB on its own threads: rows reach JavaScript as one string each.
 * The first field must not be NULL.
 */
export function documentSql(fields: Readonly<Record<string, JsonField>>, more: readonly string[] = []): string {
  const parts = Object.entries(fields).map(([name, { kind, sql }], i) => {
    const prefix = literal(`${i === 0 ? '{' : ','}${JSON.stringify(name)}:`);
    return i === 0 ? `${prefix} || ${json(kind, sql)}` : `coalesce(${prefix} || ${json(kind, sql)}, '')`;
  });
  return [...parts, ...more, "'}'"].join(' || ');
}

/** SQL for fields to append to a document: `,"name":value…`, empty where all are NULL. */
export function appendedFieldsSql(fields: Readonly<Record<string, JsonField>>): string {
  return Object.entries(fields)
    .map(([name, { kind, sql }]) => `coalesce(${literal(`,${JSON.stringify(name)}:`)} || ${json(kind, sql)}, '')`)
    .join(' || ');
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

/** SQL for the action line of `_bulk` and its newline. */
export function actionSql(index: string, id: string): string {
  return `'{"index":{"_index":"' || ${index} || '","_id":' || CAST(to_json(${id}) AS VARCHAR) || '}}' || chr(10)`;
}

export const column = (kind: JsonKind, name: string, table = 't'): JsonField => ({
  kind,
  sql: `${table}.${identifier(name)}`,
});
