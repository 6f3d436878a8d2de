import type { AuditRecord } from '@spendscope/contracts';

/** The first record of what has no outcome yet. */
export interface OpenOccasion {
  record: AuditRecord;
  /** In force or taken back by the reconciliation, which has a request of its own; its word on the outcome. */
  reconciled?: 'Completed' | 'Failed';
}

const terminal: readonly AuditRecord['stage'][] = ['Completed', 'Denied', 'Failed'];
export const isTerminal = ({ stage }: AuditRecord): boolean => terminal.includes(stage);

/** One request may ask for several things (a batch), and for one thing twice. */
const keyOf = ({ request_id, action, target, payload_hash }: AuditRecord): string =>
  JSON.stringify([request_id, action, target?.id_hash, payload_hash]);

/** Reads the chain in its order and keeps what was announced and has no outcome yet. */
export class OpenOccasions {
  private readonly open = new Map<string, OpenOccasion[]>();

  take(record: AuditRecord): void {
    const key = keyOf(record);
    const waiting = this.open.get(key) ?? [];
    if (isTerminal(record)) {
      this.noteReconciled(record);
      waiting.shift();
    } else if (record.stage === 'Received' || (record.stage === 'Decided' && waiting.length === 0)) {
      waiting.push({ record });
    }
    if (waiting.length > 0) {
      this.open.set(key, waiting);
    } else {
      this.open.delete(key);
    }
  }

  /** Announced and without an outcome, oldest first. */
  all(): OpenOccasion[] {
    return [...this.open.values()].flat();
  }

  private noteReconciled({ action, intervention_id, stage }: AuditRecord): void {
    if (action !== 'reconciliation' || intervention_id === undefined) {
      return;
    }
    for (const occasion of [...this.open.values()].flat()) {
      if (occasion.record.intervention_id === intervention_id) {
        occasion.reconciled = stage === 'Completed' ? 'Completed' : 'Failed';
      }
    }
  }
}
