import type { KeyObject } from 'node:crypto';
import type { AuditRange, AuditVerification } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import type { CheckpointPlace } from './checkpointPlaces';
import { verifyAudit } from './verifyAudit';
import { verifyRange } from './verifyRange';

/** Verifies one at a time, however many ask, and remembers the last verdict. */
export class AuditVerifier {
  private running: Promise<AuditVerification> | undefined;
  last: AuditVerification | undefined;

  constructor(
    private readonly client: ElasticClient,
    private readonly place: CheckpointPlace,
    private readonly publicKey: KeyObject,
    /** Hears each verdict before it is answered. */
    private readonly judged: (verdict: AuditVerification) => Promise<void>
  ) {}

  verify(): Promise<AuditVerification> {
    this.running ??= verifyAudit(this.client, this.place, this.publicKey)
      .then(async (verdict) => {
        this.last = verdict;
        await this.judged(verdict);
        return verdict;
      })
      .finally(() => {
        this.running = undefined;
      });
    return this.running;
  }

  /** A part that holds says nothing of the whole, and is no verdict on it; a part that is broken is. */
  async verifyRange(range: AuditRange): Promise<AuditVerification> {
    const verdict = await verifyRange(this.client, this.place, this.publicKey, range);
    await (verdict.ok || this.judged(verdict));
    return verdict;
  }
}
