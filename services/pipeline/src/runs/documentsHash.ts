import { createHash } from 'node:crypto';
import type { BulkBatch } from '@spendscope/elastic';

const size = 1n << 256n;

/**
 * Hash of a set of documents, whatever their order: the sum of their SHA-256 modulo 2^256. What differs from run to run
 * by design (its id, its instant) is taken out of the text before.
 */
export class DocumentsHash {
  private sum = 0n;
  documents = 0;

  /** @param volatile texts that stand for the run and its time */
  constructor(private readonly volatile: readonly string[]) {}

  /** @param body of `_bulk`: lines of JSON, two a document */
  addBody(body: string): void {
    const lines = this.volatile.reduce((text, part) => text.replaceAll(part, ''), body).split('\n');
    for (let i = 0; i + 1 < lines.length; i += 2) {
      const hash = createHash('sha256')
        .update(lines[i]!)
        .update('\n')
        .update(lines[i + 1]!)
        .digest('hex');
      this.sum = (this.sum + BigInt(`0x${hash}`)) % size;
      this.documents++;
    }
  }

  toString(): string {
    return `documents:${this.sum.toString(16).padStart(64, '0')}`;
  }
}

/** The same batches, their documents taken into a hash on the way. */
export async function* hashed(batches: AsyncIterable<BulkBatch>, hash?: DocumentsHash): AsyncGenerator<BulkBatch> {
  for await (const batch of batches) {
    hash?.addBody(batch.body);
    yield batch;
  }
}
