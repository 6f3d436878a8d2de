import type { AuditVerification } from '@spendscope/contracts';
import type { Leases } from '@spendscope/elastic';
import type { Controls } from '../controls/Controls';
import type { AuditVerifier } from './AuditVerifier';
import { awaitVerdict, chainVerdict, heldBy } from './chainVerdict';

const dayMs = 86_400_000;
const lease = 'verify';
const leaseSeconds = 3_600;

interface VerificationParts {
  verifier: AuditVerifier;
  controls: Controls;
  leases: Leases;
  now: () => Date;
  /** Hears what holds by the newest verdict, whichever server reached it. */
  judged: (ok: boolean) => void;
}

/** Verifies the audit log once a day on all servers together, however often they are restarted. */
export class DailyVerification {
  constructor(private readonly parts: VerificationParts) {}

  /** @returns the verdict where it was due, and this server's to reach */
  async runIfDue(): Promise<AuditVerification | undefined> {
    const { leases, verifier } = this.parts;
    if (!(await this.due()) || !(await leases.acquire(lease, leaseSeconds))) {
      return undefined;
    }
    try {
      // Another may have done it between the look and the lease.
      return (await this.due()) ? await verifier.verify() : undefined;
    } finally {
      await leases.release(lease);
    }
  }

  private async due(): Promise<boolean> {
    const { controls, judged, now } = this.parts;
    const last = (await controls.read(chainVerdict))?.document;
    await (last ?? awaitVerdict(controls));
    const held = heldBy(last);
    if (held !== undefined) {
      judged(held);
    }
    return !last || held === undefined || now().getTime() - Date.parse(last.changed_at) >= dayMs;
  }
}
