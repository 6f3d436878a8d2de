import { type AuditCheckpoint, indices } from '@spendscope/contracts';
import { type ElasticClient, isConflict } from '@spendscope/elastic';
import { numberedId } from './chain';
import type { CheckpointPlace } from './checkpointPlaces';
import type { Checkpoints } from './verifyCheckpoints';

const index = indices.auditCheckpoints.name;

/** Checkpoints stand in the index and, out of the cluster's reach, in a second place; numbered from 0. */
export class CheckpointStore {
  constructor(
    private readonly client: ElasticClient,
    private readonly place: CheckpointPlace
  ) {}

  /** What the second place is called in a verdict. */
  get placeName(): string {
    return this.place.name;
  }

  /** False where another process has written one of this number. */
  async create(number: number, checkpoint: AuditCheckpoint): Promise<boolean> {
    try {
      await this.client.create({ index, id: numberedId(number), document: checkpoint });
    } catch (error) {
      if (isConflict(error)) {
        return false;
      }
      throw error;
    }
    await this.file(number, checkpoint);
    return true;
  }

  /** Writes a checkpoint to the second place; one that is already there stays as it is. */
  file(number: number, checkpoint: AuditCheckpoint): Promise<void> {
    return this.place.write(number, checkpoint);
  }

  async inIndex(): Promise<Checkpoints> {
    await this.client.indices.refresh({ index });
    const field = indices.auditCheckpoints.fields.last_block;
    const checkpoints = new Map<number, AuditCheckpoint>();
    for (let after: (string | number)[] | undefined; ;) {
      const { hits } = await this.client.search<AuditCheckpoint>({
        index,
        size: 1000,
        sort: [{ [field]: 'asc' }, { [indices.auditCheckpoints.fields.head_hash]: 'asc' }],
        ...(after ? { search_after: after } : {}),
      });
      hits.hits.forEach((hit) => checkpoints.set(Number(hit._id), hit._source!));
      after = hits.hits.at(-1)?.sort as (string | number)[] | undefined;
      if (!after) {
        return checkpoints;
      }
    }
  }

  inPlace(): Promise<Checkpoints> {
    return this.place.readAll();
  }

  /** The newest checkpoint that either place holds. */
  async newest(): Promise<{ number: number; checkpoint: AuditCheckpoint } | undefined> {
    const all = new Map([...(await this.inIndex()), ...(await this.inPlace())]);
    const number = Math.max(-1, ...all.keys());
    const checkpoint = all.get(number);
    return checkpoint && { number, checkpoint };
  }
}
