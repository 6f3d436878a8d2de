import type { KeyObject } from 'node:crypto';
import { type AuditRange, type AuditVerification, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { ApiError } from '../../http/apiError';
import { ElasticBlockStore } from './auditBlocks';
import type { CheckpointPlace } from './checkpointPlaces';
import { CheckpointStore } from './checkpointStore';
import { judgeRange } from './judgeRange';
import type { StoredBlock } from './verifyChain';

const { name: index, fields } = indices.audit;

/**
 * Verifies records by number without reading the whole log; writes nothing.
 * @throws ApiError 422 where the range ends before it begins, or no record of it was ever written
 */
export async function verifyRange(
  client: ElasticClient,
  place: CheckpointPlace,
  publicKey: KeyObject,
  { from = 0, to = Number.MAX_SAFE_INTEGER }: AuditRange
): Promise<AuditVerification> {
  if (from > to) {
    throw new ApiError(422, 'range_invalid', 'The range ends before it begins: `from` has to be at most `to`.');
  }
  await client.indices.refresh({ index });
  const checkpoints = new CheckpointStore(client, place);
  const [inIndex, inPlace] = [await checkpoints.inIndex(), await checkpoints.inPlace()];
  const newest = (await new ElasticBlockStore(client).newest())?.block ?? -1;
  // Where these fields were tampered with, the hashes of the blocks that are found tell.
  const firstBlock = (await blockWhere(client, { range: { [fields.last_seq]: { gte: from } } }, 'asc')) ?? newest + 1;
  const end = (await blockWhere(client, { range: { [fields.first_seq]: { lte: to } } }, 'desc')) ?? firstBlock;
  const signedAfter = [...inIndex.values(), ...inPlace.values()].map((one) => one.last_block).filter((at) => at >= end);
  // Up to the next signed head: it vouches for the range only by way of the blocks between.
  const last = Math.min(newest, ...signedAfter.filter((at) => at <= newest));
  const blocks = between(client, Math.max(0, firstBlock - 1), signedAfter.length > 0 ? last : end);
  const verdict = await judgeRange({ blocks, inIndex, inPlace, publicKey, place: place.name, from, to, firstBlock });
  if (verdict.ok && verdict.blocks === 0) {
    throw new ApiError(422, 'range_empty', `There is no record ${from} yet.`);
  }
  return verdict;
}

async function* between(client: ElasticClient, first: number, last: number): AsyncGenerator<StoredBlock> {
  for await (const stored of new ElasticBlockStore(client).all(last, first)) {
    if (Number(stored.id) > last) {
      return;
    }
    yield stored;
  }
}

async function blockWhere(client: ElasticClient, query: object, order: 'asc' | 'desc'): Promise<number | undefined> {
  const sort = [{ [fields.block]: { order } }];
  const { hits } = await client.search({ index, size: 1, _source: false, query, sort });
  const id = hits.hits[0]?._id;
  return id === undefined ? undefined : Number(id);
}
