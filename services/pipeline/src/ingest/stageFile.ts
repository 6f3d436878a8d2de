import { basename } from 'node:path';
import type { Store } from '../store/store';
import { UserError } from '../userError';
import type { InputFile } from './classifyFiles';
import type { CompiledEntity } from './compileEntity';
import { sourceSql } from './sourceSql';

/** A line that is no row: DuckDB could not cut it into the header's columns. */
export interface BrokenLine {
  /** where it begins, from 1 */
  byte: number;
  column: string | null;
  code: string;
  reason: string;
  value: string;
}

interface RejectRow {
  byte: number;
  column_name: string | null;
  error_type: string;
  csv_line: string;
}

const brokenKinds: Record<string, { code: string; reason: string }> = {
  'MISSING COLUMNS': { code: 'too_few_columns', reason: 'the row has fewer columns than the header' },
  'TOO MANY COLUMNS': { code: 'too_many_columns', reason: 'the row has more columns than the header' },
  'UNQUOTED VALUE': { code: 'bad_quotes', reason: 'the quotes in the row do not match' },
  'LINE SIZE OVER MAXIMUM': { code: 'line_too_long', reason: 'the row is longer than 4,000,000 bytes' },
  'INVALID ENCODING': {
    code: 'not_utf8',
    reason: 'the row is not UTF-8; convert the file, e.g. iconv -f CP949 -t UTF-8',
  },
};

export const stagingTable = (entity: string): string => `staged_${entity}`;

/**
 * Reads a file into the entity's staging table, every row with its first problem or none. Staging tables are temporary:
 * they hold originals, which must not outlive the command.
 */
export async function stageFile(
  store: Store,
  file: InputFile,
  number: number,
  compiled: CompiledEntity
): Promise<{ rows: number; broken: BrokenLine[] }> {
  await store.run('DROP TABLE IF EXISTS reject_errors; DROP TABLE IF EXISTS reject_scans');
  const table = stagingTable(file.entity);
  const select = compiled.select(sourceSql(file, file.types), number);
  await store.run(`CREATE TABLE IF NOT EXISTS work.${table} AS SELECT * FROM (${select}) LIMIT 0`);
  let rows: number;
  try {
    rows = await store.change(`INSERT INTO ${table} ${select}`);
  } catch (cause) {
    const [detail] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
    if (/state machine reached an invalid state/.test(detail!)) {
      throw new UserError(
        `${file.path} cannot be read as a table: its lines end in more than one way.`,
        `Make them alike: tr '\\r' '\\n' < ${file.path} > alike.csv (blank lines do not count).`,
        { cause }
      );
    }
    throw new UserError(`${file.path} cannot be read: ${detail}`, 'Export it again.', { cause });
  }
  return { rows, broken: await readBroken(store, file) };
}

async function readBroken(store: Store, file: InputFile): Promise<BrokenLine[]> {
  if (file.format === 'parquet') {
    return [];
  }
  // One line can have several errors: the first tells.
  const rejects = await store.rows<RejectRow>(`
    SELECT line_byte_position AS byte, arg_min(column_name, byte_position) AS column_name,
      CAST(arg_min(error_type, byte_position) AS VARCHAR) AS error_type, left(any_value(csv_line), 4096) AS csv_line
    FROM reject_errors GROUP BY line_byte_position ORDER BY byte`);
  return rejects.map((reject) => {
    const text = reject.csv_line.replace(/^[\r\n]+/, '');
    const { code, reason } = brokenKinds[reject.error_type] ?? { code: 'broken_line', reason: reject.error_type };
    if (code === 'bad_quotes' && text.trimEnd().includes('\n')) {
      throw unclosedQuote(file, reject.byte, text);
    }
    return { byte: reject.byte, column: reject.column_name, code, reason, value: text.slice(0, 256) };
  });
}

/** Everything after such a quote is one cell, so the rest of the file would be lost: nothing of it is taken. */
function unclosedQuote(file: InputFile, byte: number, text: string): UserError {
  const [line] = text.split('\n');
  return new UserError(
    `${file.path}: a quote is opened and never closed, so nothing after it can be read (byte ${byte}, the row "${line!.slice(0, 60)}" in ${basename(file.path)}).`,
    'Close the quote, or write a quote inside of a cell twice.'
  );
}
