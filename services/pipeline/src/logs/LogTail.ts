import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { sha256 } from '../files/sha256';

/** How far a log was read. The file is known by how it begins: names and numbers of files go to others on rotation. */
export interface LogPosition {
  /** bytes read, whole lines */
  offset: number;
  /** lines read */
  lines: number;
  /** bytes at the beginning that `head` is the hash of */
  headBytes: number;
  head: string;
}

/** Neighbouring lines of one file. */
export interface LogPart {
  file: string;
  /** of the first line, from 1 */
  line: number;
  lines: string[];
}

export interface LogRead {
  parts: LogPart[];
  /** to go on from, once the parts are stored */
  position: LogPosition;
  /** where what was read before is gone, and with it perhaps lines that nobody read */
  gap: boolean;
}

const mostHeadBytes = 1_024;
const beginning: LogPosition = { offset: 0, lines: 0, headBytes: 0, head: sha256('') };
const newline = 10;

/**
 * Reads what was added to a log since a position: whole lines, a partial last one waits. Where the log was rotated since, by
 * renaming or by copying and truncating, the rest comes from the rotated file beside it (`NAME.1`, `NAME-2026-01-01`, …), then
 * from those that came later. Compressed files are not looked into: compress a day late (`delaycompress`).
 * @param mostBytes of one file at once
 */
export async function readLog(path: string, from = beginning, mostBytes = 16_000_000): Promise<LogRead> {
  if (await holds(path, from)) {
    const read = await readFrom(path, from, { mostBytes, ended: false });
    return { parts: read.part ? [read.part] : [], position: read.position, gap: false };
  }
  const files = await siblings(path);
  let first = files.length;
  for (let i = files.length - 1; i >= 0; i--) {
    if (await holds(files[i]!, from)) {
      first = i;
      break;
    }
  }
  const parts: LogPart[] = [];
  for (const [i, file] of files.slice(first).entries()) {
    const start = i === 0 ? from : beginning;
    // Of a file that was set aside all is read: nobody goes on with it, so that its last line is whole.
    const { part } = await readFrom(file, start, { mostBytes: Infinity, ended: true });
    parts.push(...(part ? [part] : []));
  }
  const { part, position } = (await exists(path))
    ? await readFrom(path, beginning, { mostBytes, ended: false })
    : { part: undefined, position: beginning };
  return { parts: [...parts, ...(part ? [part] : [])], position, gap: first === files.length };
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false
  );

/** Whether a file is the one that a position is of. */
async function holds(path: string, { offset, headBytes, head }: LogPosition): Promise<boolean> {
  return withFile(path, false, async (file) => {
    const { size } = await file.stat();
    return size >= offset && sha256(await bytesOf(file, 0, headBytes)) === head;
  });
}

/** Rotated files beside a log, the oldest first. */
async function siblings(path: string): Promise<string[]> {
  const name = basename(path);
  const names = (await readdir(dirname(path)).catch(() => [])).filter(
    (other) => other !== name && other.startsWith(name) && !/\.(gz|zst|xz|bz2)$/.test(other)
  );
  const files = await Promise.all(
    names.map(async (other) => ({
      file: join(dirname(path), other),
      at: (await stat(join(dirname(path), other))).mtimeMs,
    }))
  );
  return files.sort((a, b) => a.at - b.at).map(({ file }) => file);
}

async function readFrom(
  path: string,
  from: LogPosition,
  { mostBytes, ended }: { mostBytes: number; ended: boolean }
): Promise<{ part?: LogPart; position: LogPosition }> {
  return withFile(path, { position: from }, async (file) => {
    const { size } = await file.stat();
    const bytes = await bytesOf(file, from.offset, Math.min(size - from.offset, mostBytes));
    const end = bytes.lastIndexOf(newline) + 1;
    const whole = ended ? bytes.length : end;
    if (whole === 0) {
      return { position: from };
    }
    const text = bytes.toString('utf8', 0, whole);
    const lines = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
    const offset = from.offset + whole;
    const headBytes = Math.min(offset, mostHeadBytes);
    const head = sha256(await bytesOf(file, 0, headBytes));
    const position = { offset, lines: from.lines + lines.length, headBytes, head };
    return { part: { file: basename(path), line: from.lines + 1, lines }, position };
  });
}

async function bytesOf(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
  return buffer.subarray(0, bytesRead);
}

async function withFile<T>(path: string, otherwise: T, work: (file: FileHandle) => Promise<T>): Promise<T> {
  let file: FileHandle;
  try {
    file = await open(path);
  } catch (error) {
    // Between two files of a rotation there is none for a moment.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return otherwise;
    }
    throw error;
  }
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}
