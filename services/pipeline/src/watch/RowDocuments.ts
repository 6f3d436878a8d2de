import { type BulkBatch, type BulkRefusal, bulkEntry } from '@spendscope/elastic';
import type { LiveRow } from './liveRow';

/** A row that Elasticsearch does not take, and why. */
export interface RefusedRow {
  row: LiveRow;
  reason: string;
}

/** A body of documents that knows which row each came from. */
export class RowDocuments {
  private readonly rows = new Map<string, LiveRow[]>();
  private body = '';
  private documents = 0;

  add(row: LiveRow, index: string, id: string, document: unknown): void {
    const key = `${index}/${id}`;
    this.rows.set(key, [...(this.rows.get(key) ?? []), row]);
    this.body += bulkEntry(index, id, document);
    this.documents++;
  }

  get batches(): BulkBatch[] {
    return this.documents > 0 ? [{ body: this.body, documents: this.documents }] : [];
  }

  /** Of rows with one id the last is taken; each refusal names another. */
  refused({ index, id, reason }: BulkRefusal): RefusedRow {
    return { row: this.rows.get(`${index}/${id}`)!.pop()!, reason };
  }
}
