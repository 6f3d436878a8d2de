import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** The last lines of a log, without reading all of it; empty where the file is missing. */
export function logTail(path: string, count: number, bytes = 64 * 1024): string[] {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return [];
  }
  try {
    const { size } = fstatSync(file);
    const buffer = Buffer.alloc(Math.min(size, bytes));
    readSync(file, buffer, 0, buffer.length, size - buffer.length);
    return buffer.toString('utf8').trimEnd().split('\n').slice(-count);
  } finally {
    closeSync(file);
  }
}

/** The line of an Elasticsearch log that most likely says why it stopped. */
export function reasonIn(lines: readonly string[]): string {
  const telling = [
    /failed to obtain node lock/i,
    /bootstrap check failure/i,
    /Address already in use|BindException|BindTransportException|BindHttpException/,
    /AccessDenied|Permission denied/i,
    /OutOfMemory|insufficient memory/i,
    /fatal exception|ElasticsearchException|IllegalArgumentException|IllegalStateException|^ERROR/,
  ];
  for (const pattern of telling) {
    const line = lines.find((text) => pattern.test(text));
    if (line) {
      return line.trim();
    }
  }
  return lines.at(-1)?.trim() || 'it wrote no log';
}

/** Lines that a crashing Node program prints around its message. */
const crashNoise = /^\s*$|^\s+at |^Node\.js v|^\s*[\^}{]\s*$|^node:internal|^\s*triggerUncaughtException/;

/** The last lines of a log that say something: without stack frames and what Node prints around them. */
export function lastLines(path: string, count: number): string {
  const telling = logTail(path, 60).filter((line) => !crashNoise.test(line));
  return telling.slice(-count).join('\n    ') || 'it wrote nothing';
}
