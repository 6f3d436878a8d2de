import { identifier, literal } from '../store/sqlText';
import type { ProbedFile } from './probeFile';

/** The longest line that is read; a longer one is rejected, so that one cell cannot take the memory. */
export const maxLineBytes = 4_000_000;

/** Column that tells a row of broken JSON from a good one; always true in the other formats. */
export const readableColumn = '__readable';

/**
 * A subquery with every column of the file as VARCHAR, in the file's order. Lines that are no rows at all go to DuckDB's
 * `reject_errors`.
 *
 * @param parquetTypes DuckDB's type of each column, for Parquet only
 */
export function sourceSql(file: ProbedFile, parquetTypes: Readonly<Record<string, string>> = {}): string {
  switch (file.format) {
    case 'csv':
      return csvSource(file);
    case 'jsonl':
      return jsonSource(file);
    case 'parquet':
      return parquetSource(file, parquetTypes);
  }
}

function readCsv(file: ProbedFile, columns: readonly string[], options: string): string {
  const types = columns.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ');
  return `read_csv(${literal(file.path)}, auto_detect = false, columns = {${types}}, store_rejects = true,
    strict_mode = true, max_line_size = ${maxLineBytes}, compression = ${file.gzip ? "'gzip'" : "'none'"}, ${options})`;
}

function csvSource(file: ProbedFile): string {
  const options = `header = true, delim = ${literal(file.delimiter)}, quote = '"', escape = '"'`;
  return `SELECT *, true AS ${readableColumn} FROM ${readCsv(file, file.header, options)}`;
}

function jsonSource(file: ProbedFile): string {
  // The unit separator is no part of JSON text, so that a line stays one field.
  const lines = readCsv(file, ['line'], `header = false, delim = '\u001f', quote = '', escape = ''`);
  // DuckDB reads a blank line of one column as an empty row; it is no record, and `recordLines` counts none.
  return jsonLinesSource(`(SELECT line FROM ${lines} WHERE line <> '')`, file.header);
}

/** A subquery with the named keys of JSON objects as VARCHAR, given something that has them as texts in `line`. */
export function jsonLinesSource(lines: string, names: readonly string[]): string {
  const keys = names.map((key) => `json_extract_string(line, ${literal(jsonPath(key))}) AS ${identifier(key)}`);
  return `SELECT ${keys.join(', ')}, readable AS ${readableColumn}
    FROM (SELECT CASE WHEN json_valid(line) THEN line END AS line, json_valid(line) AS readable FROM ${lines})`;
}

function jsonPath(key: string): string {
  return `$."${key.replaceAll('"', '\\"')}"`;
}

function parquetSource(file: ProbedFile, types: Readonly<Record<string, string>>): string {
  const columns = Object.entries(types).map(
    ([name, type]) => `${asText(identifier(name), type)} AS ${identifier(name)}`
  );
  return `SELECT ${columns.join(', ')}, true AS ${readableColumn} FROM read_parquet(${literal(file.path)})`;
}

/** Times keep their zone: one without (as DuckDB writes them) is in UTC by Parquet's own definition of an instant. */
function asText(column: string, type: string): string {
  if (type.startsWith('TIMESTAMP WITH TIME ZONE')) {
    return `strftime(${column} AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%S.%gZ')`;
  }
  return `CAST(${column} AS VARCHAR)`;
}
