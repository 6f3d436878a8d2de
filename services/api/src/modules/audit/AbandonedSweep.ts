import { type AuditRecord, indices } from '@spendscope/contracts';
import { type ElasticClient, isFarFrom } from '@spendscope/elastic';
import { abandonedAfterMs, actingAs } from '../interventions/housekeeping';
import type { AuditLog } from './AuditLog';
import { type OpenOccasion, OpenOccasions } from './OpenOccasions';
import { ElasticBlockStore } from './auditBlocks';
import type { NewRecord } from './chain';

/** A service that was off for longer leaves what was open then as it is. */
const lookBackMs = 7 * 86_400_000;
const mostBlocksAtOnce = 20_000;
const { actor, channel } = actingAs('sweep').caller;

interface SweepParts {
  client: ElasticClient;
  log: AuditLog;
  now: () => Date;
  /** Whether the reconciliation has still to find out what became of an intervention. */
  undecided(interventionId: string): Promise<boolean>;
}

/**
 * Gives an outcome to what a crash left announced in the audit log. Reads each block once; only the holder of the lease
 * for housekeeping may run it, and it reads what others appended before it appends, so that nothing is closed twice.
 */
export class AbandonedSweep {
  private readonly open = new OpenOccasions();
  private readonly blocks: ElasticBlockStore;
  private next: number | undefined;

  constructor(private readonly parts: SweepParts) {
    this.blocks = new ElasticBlockStore(parts.client);
  }

  /** @returns how many were closed @throws ApiError 503 where the log is away */
  async sweep(): Promise<number> {
    if (!(await this.readOn())) {
      return 0;
    }
    const closing: NewRecord[] = [];
    for (const occasion of this.open
      .all()
      .filter(({ record }) => isFarFrom(record.ts, this.parts.now(), abandonedAfterMs))) {
      const id = occasion.record.intervention_id;
      if (id === undefined || occasion.reconciled || !(await this.parts.undecided(id))) {
        closing.push(this.outcomeOf(occasion));
      }
    }
    await (closing.length > 0 && this.parts.log.append(closing));
    return closing.length;
  }

  /** False where the head of the chain is not reached yet: the next round goes on. */
  private async readOn(): Promise<boolean> {
    this.next ??= await this.firstWithin();
    let read = 0;
    for await (const { block } of this.blocks.all(-1, this.next)) {
      block.records.forEach((record) => this.open.take(record));
      this.next = block.block + 1;
      if (++read >= mostBlocksAtOnce) {
        return false;
      }
    }
    return true;
  }

  private async firstWithin(): Promise<number> {
    const { name: index, fields } = indices.audit;
    const from = new Date(this.parts.now().getTime() - lookBackMs).toISOString();
    await this.parts.client.indices.refresh({ index });
    const { hits } = await this.parts.client.search<{ block: number }>({
      index,
      size: 1,
      query: { range: { [fields.records.ts]: { gte: from } } },
      sort: [{ [fields.block]: 'asc' }],
    });
    return hits.hits[0]?._source?.block ?? 0;
  }

  /** The same occasion, by whom it was closed, and that nobody knows more than this. */
  private outcomeOf({ record, reconciled }: OpenOccasion): NewRecord {
    const { action, target, intervention_id, payload_hash, policy_version, request_id, trace_id } = record;
    const about: Partial<AuditRecord> = { target, intervention_id, payload_hash, trace_id };
    return {
      ts: this.parts.now().toISOString(),
      stage: reconciled ?? 'Failed',
      result: reconciled ? 'reconciled' : 'abandoned',
      actor,
      channel,
      action,
      policy_version,
      request_id,
      ...Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined)),
    };
  }
}
