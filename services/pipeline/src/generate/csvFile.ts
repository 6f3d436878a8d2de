import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { Field, Row } from './columns';

const pieceBytes = 1 << 20;
/** More than any line of ours takes. */
const lineBytes = 1 << 14;
const needsQuotes = /[",\r\n]/;

/**
 * A CSV file (UTF-8, comma, header line, `\n`) that is written in 1 MiB pieces under a `.part` name and takes its own
 * name only when it is complete, so that a stopped run leaves nothing that looks finished.
 */
export class CsvFile {
  rows = 0;
  private readonly descriptor: number;
  // Lines go straight into bytes: a megabyte of joined strings would be copied about by the garbage collector.
  private readonly piece = Buffer.allocUnsafe(pieceBytes + lineBytes);
  private used = 0;

  constructor(
    readonly path: string,
    private readonly columns: readonly string[]
  ) {
    this.descriptor = openSync(`${path}.part`, 'w');
    this.append(`${columns.join(',')}\n`);
  }

  write(row: Row): void {
    const { columns } = this;
    let line = csvField(row[columns[0]!]!);
    for (let i = 1; i < columns.length; i++) {
      line += ',' + csvField(row[columns[i]!]!);
    }
    this.append(line + '\n');
    this.rows++;
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

  private append(line: string): void {
    this.used += this.piece.write(line, this.used);
    if (this.used > pieceBytes) {
      this.flush();
    }
  }

  private flush(): void {
    for (let done = 0; done < this.used;) {
      done += writeSync(this.descriptor, this.piece, done, this.used - done);
    }
    this.used = 0;
  }
}

function csvField(value: Field): string {
  if (typeof value !== 'string') {
    return String(value);
  }
  return needsQuotes.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
