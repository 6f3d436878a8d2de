import type { Client } from '@elastic/elasticsearch';
import { bulkSend } from './bulkSend';
import { type BulkBatch, type BulkOptions, type BulkStats, BulkWriteError } from './bulkTypes';

/**
 * Stores batches with at most `concurrency` requests under way. The source is asked for the next batch only when a
 * request is free, so memory stays at concurrency × batch size however slow the server is.
 *
 * @throws BulkWriteError after the last batch, where documents were refused; the transport's error where the server
 * stayed away; the signal's reason when aborted.
 */
export async function bulkWrite(
  client: Client,
  batches: AsyncIterable<BulkBatch> | Iterable<BulkBatch>,
  options: BulkOptions = {}
): Promise<BulkStats> {
  const { concurrency = 2, signal } = options;
  const stats: BulkStats = { documents: 0, failed: 0, reasons: {}, batches: 0, bytes: 0, retries: 0 };
  const confirm = inOrder(options.onConfirmed);
  const underWay = new Set<Promise<void>>();
  let failure: { error: unknown } | undefined;
  let number = 0;

  const send = async (batch: BulkBatch, position: number): Promise<void> => {
    await bulkSend(client, batch, stats, options);
    stats.batches++;
    stats.bytes += batch.body.length;
    confirm(position);
    options.onProgress?.(stats);
  };

  try {
    for await (const batch of batches) {
      signal?.throwIfAborted();
      const request: Promise<void> = send(batch, number++)
        .catch((error: unknown) => {
          failure ??= { error };
        })
        .finally(() => underWay.delete(request));
      underWay.add(request);
      if (underWay.size >= concurrency) {
        await Promise.race(underWay);
      }
      if (failure) {
        break;
      }
    }
  } finally {
    await Promise.all(underWay);
  }
  if (failure) {
    throw failure.error;
  }
  if (stats.failed > 0) {
    throw new BulkWriteError(stats);
  }
  return stats;
}

/** Requests end in any order; a resume point may only move over batches that have no gap before them. */
function inOrder(onConfirmed?: (batch: number) => void): (batch: number) => void {
  const ahead = new Set<number>();
  let next = 0;
  return (batch) => {
    ahead.add(batch);
    while (ahead.delete(next)) {
      onConfirmed?.(next++);
    }
  };
}
