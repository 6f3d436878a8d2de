import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, errors } from '@elastic/elasticsearch';
import type { BulkBatch, BulkOptions, BulkRefusal, BulkStats } from './bulkTypes';

interface BulkItem {
  status: number;
  error?: { type?: string; reason?: string };
}

/** The first line of `bulkEntry`. */
interface EntryAction {
  index: { _index: string; _id: string };
}

interface BulkAnswer {
  errors: boolean;
  items: Record<string, BulkItem>[];
}

const busy = new Set([429, 502, 503, 504]);
/** Who asks, where to, and when decide these, not the document. */
const ofCircumstances = new Set([401, 403, 404, 408, 409, 429]);
/** Answers of status 400 that are not about the document: too many shards, an index that cannot be. */
const ofTheCluster = new Set(['validation_exception', 'invalid_index_name_exception']);

const isOfDocument = ({ status, error }: BulkItem): boolean =>
  status >= 400 && status < 500 && !ofCircumstances.has(status) && !ofTheCluster.has(error?.type ?? '');

/** Stores one batch; what Elasticsearch was too busy for is sent again, what it refuses is counted. */
export async function bulkSend(
  client: Client,
  batch: BulkBatch,
  stats: BulkStats,
  { attempts = 8, firstDelay = 200, signal, onRefused }: BulkOptions
): Promise<void> {
  let body = batch.body;
  for (let attempt = 1; ; attempt++) {
    const last = attempt >= attempts;
    const answer = await request(client, body, last, signal);
    const again = answer ? settle(answer, body, last, { stats, onRefused }) : body;
    if (!again) {
      return;
    }
    stats.retries++;
    body = again;
    // Full jitter: writers that were refused together do not come back together.
    await sleep(Math.random() * firstDelay * 2 ** Math.min(attempt, 7), undefined, { signal });
  }
}

/** The answer, or undefined where the whole request may be repeated. */
async function request(
  client: Client,
  body: string,
  last: boolean,
  signal?: AbortSignal
): Promise<BulkAnswer | undefined> {
  try {
    return await client.transport.request<BulkAnswer>(
      {
        method: 'POST',
        path: '/_bulk',
        bulkBody: body,
        querystring: { filter_path: 'errors,items.*.status,items.*.error.type,items.*.error.reason' },
      },
      { maxRetries: 0, signal }
    );
  } catch (error) {
    signal?.throwIfAborted();
    const repeatable =
      error instanceof errors.ConnectionError ||
      error instanceof errors.TimeoutError ||
      (error instanceof errors.ResponseError && busy.has(error.statusCode ?? 0));
    if (!repeatable || last) {
      throw error;
    }
    return undefined;
  }
}

/** Counts what is settled and gives back the lines to send again, if any. */
function settle(
  answer: BulkAnswer,
  body: string,
  last: boolean,
  { stats, onRefused }: { stats: BulkStats; onRefused?: (refusal: BulkRefusal) => void }
): string | undefined {
  if (!answer.errors) {
    stats.documents += answer.items.length;
    return undefined;
  }
  const lines = body.split('\n');
  let again = '';
  answer.items.forEach((entry, i) => {
    const item = Object.values(entry)[0]!;
    if (!item.error) {
      stats.documents++;
    } else if (busy.has(item.status) && !last) {
      again += `${lines[2 * i]}\n${lines[2 * i + 1]}\n`;
    } else {
      // Reasons can quote values of the document: the first 200 keep a message readable and memory bounded.
      const reason = `${item.error.type ?? item.status}: ${item.error.reason ?? 'no reason given'}`.slice(0, 200);
      if (onRefused && isOfDocument(item)) {
        const { _index: index, _id: id } = (JSON.parse(lines[2 * i]!) as EntryAction).index;
        onRefused({ index, id, reason });
        return;
      }
      stats.failed++;
      const key = Object.keys(stats.reasons).length < 50 ? reason : 'other reasons';
      stats.reasons[key] = (stats.reasons[key] ?? 0) + 1;
    }
  });
  return again === '' ? undefined : again;
}
