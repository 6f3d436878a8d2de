import type { KeyObject } from 'node:crypto';
import { type AuditBlock, type AuditCheckpoint, indices } from '@spendscope/contracts';
import type { AuditLog } from './AuditLog';
import { signCheckpoint } from './checkpoint';
import type { CheckpointStore } from './checkpointStore';

/** So many unsigned records do not wait for the next round. */
const mostUnsigned = 1_000;

/** Signs the head of the chain from time to time, each checkpoint naming the one before. */
export class Checkpointer {
  private running: Promise<AuditCheckpoint | undefined> | undefined;
  /** Last record that is signed or was tried to be, as far as this process knows. */
  private signedTo: number | undefined;

  constructor(
    private readonly log: AuditLog,
    private readonly store: CheckpointStore,
    private readonly signing: KeyObject,
    /** Hears of each head that could not be signed, whoever asked for it. */
    private readonly failed: (error: unknown) => void = () => undefined
  ) {}

  /** Signs what is new since the last checkpoint; undefined where nothing is. One at a time in this process. */
  checkpoint(now: Date = new Date()): Promise<AuditCheckpoint | undefined> {
    this.running ??= this.sign(now)
      .catch((error: unknown) => {
        this.failed(error);
        throw error;
      })
      .finally(() => {
        this.running = undefined;
      });
    return this.running;
  }

  /** Called with each block that this process has appended: many at once are signed at once. */
  appended(block: AuditBlock): void {
    this.signedTo ??= block.first_seq - 1;
    if (block.last_seq - this.signedTo >= mostUnsigned) {
      this.signedTo = block.last_seq;
      // What fails now was told, and is tried again by the periodic job.
      void this.checkpoint().catch(() => undefined);
    }
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
    this.signedTo = head.lastSeq;
    // Another process was faster: its checkpoint covers this head or the next one will.
    return written ? checkpoint : undefined;
  }
}
