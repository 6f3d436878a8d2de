import { mkdirSync } from 'node:fs';
import { open, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type AuditCheckpoint, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { isConflict } from '../../elastic/outcomes';
import { numberedId } from './chain';
import type { Checkpoints } from './verifyCheckpoints';

const index = indices.auditCheckpoints.name;

/** Checkpoints stand in the index and, out of the cluster's reach, in a folder; numbered from 0. */
export class CheckpointStore {
  private readonly folder: string;

  constructor(
    private readonly client: ElasticClient,
    stateDir: string
  ) {
    this.folder = join(stateDir, 'audit-checkpoints');
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
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

  /** Writes a checkpoint to the folder; one that is already there stays as it is. */
  async file(number: number, checkpoint: AuditCheckpoint): Promise<void> {
    const path = join(this.folder, `${numberedId(number)}.json`);
    try {
      const file = await open(path, 'wx', 0o400);
      try {
        await file.writeFile(`${JSON.stringify(checkpoint)}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw error;
      }
    }
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

  async inFolder(): Promise<Checkpoints> {
    const names = (await readdir(this.folder)).filter((name) => /^\d{12}\.json$/.test(name)).sort();
    const checkpoints = new Map<number, AuditCheckpoint>();
    for (const name of names) {
      checkpoints.set(Number.parseInt(name, 10), JSON.parse(await readFile(join(this.folder, name), 'utf8')));
    }
    return checkpoints;
  }

  /** The newest checkpoint that either place holds. */
  async newest(): Promise<{ number: number; checkpoint: AuditCheckpoint } | undefined> {
    const all = new Map([...(await this.inIndex()), ...(await this.inFolder())]);
    const number = Math.max(-1, ...all.keys());
    const checkpoint = all.get(number);
    return checkpoint && { number, checkpoint };
  }
}
