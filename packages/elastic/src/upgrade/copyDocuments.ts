import type { Client } from '@elastic/elasticsearch';
import { bulkBatches, bulkEntry } from '../bulkBatches';
import { bulkWrite } from '../bulkWrite';

const pageSize = 2_000;
const keepAlive = '10m';

export interface CopyOptions {
  /** Only what was written after this sequence number of `from`; default: everything. */
  after?: number;
  /** Called when everything up to this sequence number of `from` is stored. */
  onCopied?: (sequence: number, documents: number) => Promise<void> | void;
  signal?: AbortSignal;
}

interface Hit {
  id: string;
  source: unknown;
  sequence: number;
}

/**
 * Copies documents by id in the order in which they were last written, through the client (a server may lack `_reindex`).
 * What is copied twice is copied once: an interrupted copy goes on `after` what was stored.
 *
 * @returns how many were copied.
 * @throws BulkWriteError where `to` refuses some of them.
 */
export async function copyDocuments(
  client: Client,
  from: string,
  to: string,
  { after = -1, onCopied, signal }: CopyOptions = {}
): Promise<number> {
  let documents = 0;
  for await (const page of pagesInOrder(client, from, after, signal)) {
    const entries = page.map(({ id, source }) => bulkEntry(to, id, source));
    await bulkWrite(client, bulkBatches(entries), signal ? { signal } : {});
    documents += page.length;
    await onCopied?.(page.at(-1)!.sequence, documents);
  }
  return documents;
}

/** Every document above a sequence number, oldest write first; ties (of several shards) by place. */
async function* pagesInOrder(
  client: Client,
  index: string,
  after: number,
  signal?: AbortSignal
): AsyncGenerator<Hit[]> {
  await client.indices.refresh({ index });
  const { id: pit } = await client.openPointInTime({ index, keep_alive: keepAlive });
  let searchAfter: (string | number)[] | undefined;
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { hits } = await client.search({
        pit: { id: pit, keep_alive: keepAlive },
        size: pageSize,
        track_total_hits: false,
        query: { range: { _seq_no: { gt: after } } },
        sort: [{ _seq_no: 'asc' }, { _shard_doc: 'asc' }] as never,
        ...(searchAfter ? { search_after: searchAfter } : {}),
      });
      if (hits.hits.length === 0) {
        return;
      }
      searchAfter = hits.hits.at(-1)!.sort as (string | number)[];
      yield hits.hits.map((hit) => ({ id: hit._id!, source: hit._source, sequence: Number(hit.sort![0]) }));
    }
  } finally {
    await client.closePointInTime({ id: pit }).catch(() => undefined);
  }
}

/** The number of an index’s last write; -1 where there was none. */
export async function lastSequence(client: Client, index: string): Promise<number> {
  await client.indices.refresh({ index });
  const { hits } = await client.search({ index, size: 1, sort: [{ _seq_no: 'desc' }] as never, _source: false });
  return Number(hits.hits[0]?.sort?.[0] ?? -1);
}

/** Deletes from `index` what is no longer in `other`. @returns how many. */
export async function dropAbsent(client: Client, index: string, other: string): Promise<number> {
  let dropped = 0;
  for await (const page of pagesInOrder(client, index, -1)) {
    const { docs } = await client.mget({ index: other, ids: page.map(({ id }) => id), _source: false });
    const gone = docs.filter((answer) => !('found' in answer && answer.found)).map((answer) => answer._id!);
    if (gone.length > 0) {
      await client.bulk({ index, operations: gone.map((id) => ({ delete: { _id: id } })) });
      dropped += gone.length;
    }
  }
  return dropped;
}
