import type { KeyObject } from 'node:crypto';
import type { AuditVerification } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import type { CheckpointPlace } from './checkpointPlaces';
import { verifyAudit } from './verifyAudit';

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
}
