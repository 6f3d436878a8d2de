import type { AuditBlock } from '@spendscope/contracts';
import { unavailable } from '../../http/apiError';
import type { BlockStore } from './auditBlocks';
import { type ChainHead, type NewRecord, emptyChain, headAfter, nextBlock } from './chain';

interface Waiting {
  /** `performance.now()` of the call. */
  since: number;
  records: readonly NewRecord[];
  stored: (block: AuditBlock) => void;
  failed: (error: unknown) => void;
}

export interface AuditObserver {
  appended(block: AuditBlock): void;
  failed(error: unknown): void;
}

const mostRecordsInBlock = 200;
const mostTries = 20;

/**
 * Appends records to the chain: callers that come while a block is being written share the next one. Another process
 * may append to the same chain: whoever loses the race for a number reads the new head and tries again.
 */
export class AuditLog {
  private head: ChainHead | undefined;
  private queue: Waiting[] = [];
  private batch: Waiting[] = [];
  private writing: Promise<void> | undefined;

  constructor(
    private readonly store: BlockStore,
    private readonly observer: AuditObserver = { appended: () => undefined, failed: () => undefined }
  ) {}

  /**
   * Resolves once the records are durably stored, together and in order.
   * @throws ApiError 503 where they could not be stored: whatever they announce must not happen then.
   */
  append(records: readonly NewRecord[]): Promise<AuditBlock> {
    return new Promise((stored, failed) => {
      this.queue.push({ since: performance.now(), records, stored, failed });
      this.writing ??= this.drain();
    });
  }

  /** The newest head, read from the store where this process does not know it. */
  async currentHead(): Promise<ChainHead> {
    const newest = await this.store.newest();
    return newest ? headAfter(newest) : emptyChain;
  }

  /** How long the oldest record has waited to be stored. */
  lagMs(): number {
    const oldest = this.batch[0] ?? this.queue[0];
    return oldest ? performance.now() - oldest.since : 0;
  }

  /** Resolves when nothing is being written any more. */
  async settled(): Promise<void> {
    await this.writing;
  }

  private async drain(): Promise<void> {
    while (this.queue.length > 0) {
      const batch = this.takeBatch();
      this.batch = batch;
      try {
        const block = await this.write(batch.flatMap((waiting) => waiting.records));
        this.observer.appended(block);
        batch.forEach((waiting) => waiting.stored(block));
      } catch (error) {
        // The block may or may not have arrived: only the store knows the head now.
        this.head = undefined;
        this.observer.failed(error);
        const answer = unavailable(
          'audit_unavailable',
          'The audit log cannot be written, so nothing was done. Try again in a moment.',
          error
        );
        batch.forEach((waiting) => waiting.failed(answer));
      }
    }
    this.batch = [];
    this.writing = undefined;
  }

  private takeBatch(): Waiting[] {
    let records = 0;
    const end = this.queue.findIndex((waiting) => (records += waiting.records.length) > mostRecordsInBlock);
    // A single caller with more than fits still gets its block: its records stay together.
    return this.queue.splice(0, end === -1 ? this.queue.length : Math.max(end, 1));
  }

  private async write(records: readonly NewRecord[]): Promise<AuditBlock> {
    for (let attempt = 0; attempt < mostTries; attempt++) {
      this.head ??= await this.currentHead();
      const block = nextBlock(this.head, records);
      if ((await this.store.create(block)) || (await this.wasOurs(block))) {
        this.head = headAfter(block);
        return block;
      }
      this.head = undefined;
    }
    throw new Error(`Lost the race for the next audit block ${mostTries} times.`);
  }

  /**
   * The client repeats a write whose answer was lost; the second then meets the first. Request ids are random, so no
   * other process can have written a block of the same hash.
   */
  private async wasOurs(block: AuditBlock): Promise<boolean> {
    return (await this.store.read(block.block))?.hash === block.hash;
  }
}
