import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { Field, Row } from './columns';

const flushAt = 1 << 20;
const needsQuotes = /[",\r\n]/;

/**
 * A CSV file (UTF-8, comma, header line, `\n`) that is written in 1 MiB pieces under a `.part` name and takes its own
 * name only when it is complete, so that a stopped run leaves nothing that looks finished.
 */
export class CsvFile {
  rows = 0;
  private readonly descriptor: number;
  private buffer: string;

  constructor(
    readonly path: string,
    private readonly columns: readonly string[]
  ) {
    this.descriptor = openSync(`${path}.part`, 'w');
    this.buffer = `${columns.join(',')}\n`;
  }

  write(row: Row): void {
    let line = '';
    for (const column of this.columns) {
      line += line === '' ? csvField(row[column]!) : `,${csvField(row[column]!)}`;
    }
    this.buffer += `${line}\n`;
    this.rows++;
    if (this.buffer.length > flushAt) {
      this.flush();
    }
  }

  complete(): void {
    this.flush();
    closeSync(this.descriptor);
    renameSync(`${this.path}.part`, this.path);
  }

  discard(): void {
    closeSync(this.descriptor);
    rmSync(`${this.path}.part`, { force: true });
  }

  private flush(): void {
    const bytes = Buffer.from(this.buffer, 'utf8');
    for (let done = 0; done < bytes.length;) {
      done += writeSync(this.descriptor, bytes, done);
    }
    this.buffer = '';
  }
}

function csvField(value: Field): string {
  if (typeof value !== 'string') {
    return String(value);
  }
  return needsQuotes.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
