/** Some documents as one body of `_bulk`: lines of JSON, each action followed by its document, a newline at the end. */
export interface BulkBatch {
  body: string;
  documents: number;
}

export interface BulkOptions {
  /** requests under way at once; default 2 */
  concurrency?: number;
  /** attempts of one batch before it counts as failed; default 8 (about a minute of waiting) */
  attempts?: number;
  /** ms before the first repetition, doubled each time; default 200 */
  firstDelay?: number;
  onProgress?: (stats: BulkStats) => void;
  /** Called when every batch up to and including the given one (from 0, in order of the input) is stored. */
  onConfirmed?: (batch: number) => void;
  /**
   * Told of each document that Elasticsearch refuses for what it is (a value that its mapping does not take); it is then no
   * failure. What is refused for another reason (rights, a full disk, a missing index) still is one.
   */
  onRefused?: (refusal: BulkRefusal) => void;
  signal?: AbortSignal;
}

/** A document that no repetition would store. */
export interface BulkRefusal {
  /** as the entry named it */
  index: string;
  id: string;
  /** Elasticsearch's type and reason; it can quote a value of the document */
  reason: string;
}

export interface BulkStats {
  documents: number;
  failed: number;
  /** failed documents by Elasticsearch's reason */
  reasons: Record<string, number>;
  batches: number;
  bytes: number;
  /** repetitions after 429, 502, 503, 504 or a lost connection */
  retries: number;
}

/** Some documents were refused for good: the message names the most frequent reason. */
export class BulkWriteError extends Error {
  override readonly name = 'BulkWriteError';

  constructor(readonly stats: BulkStats) {
    const [reason, count] = Object.entries(stats.reasons).sort((a, b) => b[1] - a[1])[0] ?? ['unknown reason', 0];
    super(`Elasticsearch refused ${stats.failed} documents; ${count} of them because: ${reason}`);
  }
}
