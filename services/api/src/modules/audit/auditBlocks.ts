import { type AuditBlock, indices } from '@spendscope/contracts';
import { type ElasticClient, isConflict } from '@spendscope/elastic';
import { numberedId } from './chain';
import type { StoredBlock } from './verifyChain';

const index = indices.audit.name;
const pageOfBlocks = 200;

/** Where blocks are kept. Only appends: what is written is never changed. */
export interface BlockStore {
  /** False where a block of that number is already there. */
  create(block: AuditBlock): Promise<boolean>;
  read(number: number): Promise<AuditBlock | undefined>;
  /** The newest block, whatever was written a moment ago included. */
  newest(): Promise<AuditBlock | undefined>;
}

export class ElasticBlockStore implements BlockStore {
  constructor(private readonly client: ElasticClient) {}

  async create(block: AuditBlock): Promise<boolean> {
    try {
      await this.client.create({ index, id: numberedId(block.block), document: block });
      return true;
    } catch (error) {
      if (isConflict(error)) {
        return false;
      }
      throw error;
    }
  }

  async read(number: number): Promise<AuditBlock | undefined> {
    const [stored] = await this.page(number, 1);
    return stored?.block;
  }

  /** A search sees what was refreshed; reading by id from there on sees the rest. */
  async newest(): Promise<AuditBlock | undefined> {
    const field = indices.audit.fields.block;
    const found = await this.client.search<AuditBlock>({ index, size: 1, sort: [{ [field]: 'desc' }] });
    let newest = found.hits.hits[0]?._source;
    for (;;) {
      const page = await this.page((newest?.block ?? -1) + 1, pageOfBlocks);
      newest = page.at(-1)?.block ?? newest;
      if (page.length < pageOfBlocks) {
        return newest;
      }
    }
  }

  /** Every stored block from `first` on in the order of ids, through gaps, at least up to `last`. */
  async *all(last: number, first = 0): AsyncGenerator<StoredBlock> {
    const end = Math.max(last, (await this.newest())?.block ?? -1);
    for (let from = first; from <= end; from += pageOfBlocks) {
      yield* await this.page(from, pageOfBlocks);
    }
  }

  private async page(from: number, size: number): Promise<StoredBlock[]> {
    const ids = Array.from({ length: size }, (_, offset) => numberedId(from + offset));
    const { docs } = await this.client.mget<AuditBlock>({ index, ids });
    return docs.flatMap((doc) => ('found' in doc && doc._source ? [{ id: doc._id, block: doc._source }] : []));
  }
}
