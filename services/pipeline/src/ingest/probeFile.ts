import { accessSync, closeSync, constants, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { UserError } from '../userError';
import { LineGuard } from './lineGuard';
import { readHeader } from './readHeader';

export type FileFormat = 'csv' | 'jsonl' | 'parquet';

/** What a look at a file's first bytes says. */
export interface ProbedFile {
  path: string;
  format: FileFormat;
  gzip: boolean;
  /** column names in the file's order; empty for Parquet, whose schema DuckDB reads */
  header: string[];
  /** CSV only */
  delimiter: string;
  bytes: number;
}

const headBytes = 1 << 20;

/**
 * Looks at a file before anything is read from it, and refuses with file, place and fix what no row can be read from:
 * missing, empty, binary, other encodings, truncated archives, no usable header.
 */
export async function probeFile(path: string): Promise<ProbedFile> {
  const bytes = sizeOf(path);
  const start = firstBytes(path);
  const gzip = start[0] === 0x1f && start[1] === 0x8b;
  const head = gzip ? await unpackWhole(path) : start;
  if (head.length === 0) {
    throw new UserError(`${path} is empty.`, 'Export it again.');
  }
  if (head.subarray(0, 4).toString('latin1') === 'PAR1') {
    checkParquetEnd(path, bytes);
    return { path, format: 'parquet', gzip, header: [], delimiter: ',', bytes };
  }
  refuseOtherKinds(path, head);
  if (!gzip) {
    await guardLines(path);
  }
  const firstLine = head.toString('utf8').replace(/^\uFEFF/, '');
  if (/\.(jsonl|ndjson|json)(\.gz)?$/i.test(path) || firstLine.trimStart().startsWith('{')) {
    return { path, format: 'jsonl', gzip, header: jsonKeys(path, firstLine), delimiter: ',', bytes };
  }
  return { path, format: 'csv', gzip, bytes, ...readHeader(path, head) };
}

function sizeOf(path: string): number {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) {
      throw new UserError(`${path} is not a file.`, `Name the files in it, e.g. "${path}/*.csv".`);
    }
    if (!stat.isFile()) {
      throw new UserError(
        `${path} is not a plain file.`,
        'Write what it gives into a file first: it is read more than once.'
      );
    }
    accessSync(path, constants.R_OK);
    return stat.size;
  } catch (error) {
    if (error instanceof UserError) {
      throw error;
    }
    throw new UserError(`${path} cannot be read.`, 'Check the path and its permissions.', { cause: error });
  }
}

function firstBytes(path: string): Buffer {
  const descriptor = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(headBytes);
    return buffer.subarray(0, readSync(descriptor, buffer, 0, headBytes, 0));
  } finally {
    closeSync(descriptor);
  }
}

async function guardLines(path: string): Promise<void> {
  const guard = new LineGuard(path);
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    guard.look(piece);
  }
}

/** Reads the whole archive once, because DuckDB takes a truncated one for its end and would lose the rest silently. */
async function unpackWhole(path: string): Promise<Buffer> {
  const head: Buffer[] = [];
  let kept = 0;
  let lines = 1;
  const guard = new LineGuard(path);
  const unpacked = createReadStream(path).pipe(createGunzip());
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      if (kept < headBytes) {
        head.push(chunk);
        kept += chunk.length;
      }
      guard.look(chunk);
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) {
        lines++;
      }
    }
  } catch (cause) {
    if (cause instanceof UserError) {
      throw cause;
    }
    throw new UserError(
      `${path} is a damaged gzip archive: it ends or breaks in line ${lines}.`,
      'Copy or export it again.',
      {
        cause,
      }
    );
  }
  return Buffer.concat(head).subarray(0, headBytes);
}

function checkParquetEnd(path: string, bytes: number): void {
  const descriptor = openSync(path, 'r');
  const end = Buffer.alloc(4);
  readSync(descriptor, end, 0, 4, Math.max(bytes - 4, 0));
  closeSync(descriptor);
  if (bytes < 12 || end.toString('latin1') !== 'PAR1') {
    throw new UserError(`${path} is a truncated Parquet file: its end is missing.`, 'Copy or export it again.');
  }
}

function refuseOtherKinds(path: string, head: Buffer): void {
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (utf16) {
    throw new UserError(
      `${path} is encoded in UTF-16, from its first byte on.`,
      `Convert it: iconv -f UTF-16 -t UTF-8 ${path} > utf8.csv`
    );
  }
  if (head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') {
    throw new UserError(
      `${path} is a zip archive or an Excel workbook.`,
      'Unpack it, or save the sheet as CSV (UTF-8).'
    );
  }
  const zero = head.subarray(0, 65_536).indexOf(0);
  // A stray zero byte deep in a text is a bad cell, which quarantine shows; several at once are no text.
  if (zero >= 0 && head.subarray(0, 65_536).filter((byte) => byte === 0).length > 8) {
    throw new UserError(
      `${path} is a binary file (first zero byte at offset ${zero}).`,
      'Give CSV, JSON lines or Parquet.'
    );
  }
}

function jsonKeys(path: string, text: string): string[] {
  const keys = new Set<string>();
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  for (const line of lines.slice(0, 200)) {
    try {
      Object.keys(JSON.parse(line) as object).forEach((key) => keys.add(key));
    } catch {
      // A line that is not JSON is quarantined later; the other lines name the keys.
    }
  }
  if (keys.size === 0) {
    throw new UserError(
      `${path} has no line that is a JSON object, from line 1 on.`,
      'Write one JSON object per line (JSON lines), not one array.'
    );
  }
  return [...keys];
}
