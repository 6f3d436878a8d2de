import type { KeyObject } from 'node:crypto';
import { type AuditCheckpoint, indices } from '@spendscope/contracts';
import type { AuditLog } from './AuditLog';
import { signCheckpoint } from './checkpoint';
import type { CheckpointStore } from './checkpointStore';

/** Signs the head of the chain from time to time, each checkpoint naming the one before. */
export class Checkpointer {
  private running: Promise<AuditCheckpoint | undefined> | undefined;

  constructor(
    private readonly log: AuditLog,
    private readonly store: CheckpointStore,
    private readonly signing: KeyObject
  ) {}

  /** Signs what is new since the last checkpoint; undefined where nothing is. One at a time in this process. */
  checkpoint(now: Date = new Date()): Promise<AuditCheckpoint | undefined> {
    this.running ??= this.sign(now).finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async sign(now: Date): Promise<AuditCheckpoint | undefined> {
    const newest = await this.store.newest();
    if (newest) {
      // A crash between the index and the folder leaves one of the index only.
      await this.store.file(newest.number, newest.checkpoint);
    }
    const head = await this.log.currentHead();
    if (head.block <= (newest?.checkpoint.last_block ?? -1)) {
      return undefined;
    }
    const about = { logId: indices.audit.name, ts: now.toISOString() };
    const checkpoint = signCheckpoint(head, newest?.checkpoint, about, this.signing);
    const written = await this.store.create((newest?.number ?? -1) + 1, checkpoint);
    // Another process was faster: its checkpoint covers this head or the next one will.
    return written ? checkpoint : undefined;
  }
}
