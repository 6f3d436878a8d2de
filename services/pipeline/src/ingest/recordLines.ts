import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { ProbedFile } from './probeFile';

export interface RecordLines {
  /** line of each wanted good row, in the given order */
  rows: number[];
  /** line of each reject by the byte (from 1) at which DuckDB says it begins */
  rejects: Map<number, number>;
}

const newline = 10;
const carriageReturn = 13;
const quote = 34;

/**
 * Finds the lines of rows in a text file, as an editor shows them: records can span lines and blank lines are no
 * records, so a row's number alone does not tell. Reads the file once, only where something was rejected.
 *
 * @param ordinals ascending numbers (from 1) among the rows that DuckDB read
 * @param rejectBytes where DuckDB found lines that are no rows
 */
export async function recordLines(
  file: ProbedFile,
  ordinals: readonly number[],
  rejectBytes: ReadonlySet<number>
): Promise<RecordLines> {
  const found: RecordLines = { rows: [], rejects: new Map() };
  const quotes = file.format === 'csv';
  const delimiter = file.delimiter.charCodeAt(0);
  let skipHeader = quotes;
  let ordinal = 0;
  let byte = 0;
  let line = 1;
  // Of the record under way: where it (or the blank lines before it) began, and in what state of quoting it is.
  let begin = 1;
  let startLine = 1;
  let empty = true;
  let quoted = false;
  let atFieldStart = true;

  const endRecord = (): void => {
    if (empty) {
      return;
    }
    if (rejectBytes.has(begin)) {
      found.rejects.set(begin, startLine);
    } else if (skipHeader) {
      skipHeader = false;
    } else if (++ordinal === ordinals[found.rows.length]) {
      found.rows.push(startLine);
    }
  };

  const raw = createReadStream(file.path, { highWaterMark: 1 << 20 });
  const stream = file.gzip ? raw.pipe(createGunzip()) : raw;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    for (let i = 0; i < chunk.length; i++) {
      const code = chunk[i]!;
      byte++;
      if (code === newline) {
        line++;
        if (quoted) {
          continue;
        }
        endRecord();
        begin = empty ? begin : byte + 1;
        empty = true;
        atFieldStart = true;
        continue;
      }
      if (code === carriageReturn) {
        continue;
      }
      if (empty) {
        empty = false;
        startLine = line;
      }
      if (code === quote && quotes) {
        // A doubled quote closes and opens again, which comes to the same.
        quoted = quoted ? false : atFieldStart || chunk[i - 1] === quote;
      }
      atFieldStart = code === delimiter && !quoted;
    }
  }
  endRecord();
  return found;
}
