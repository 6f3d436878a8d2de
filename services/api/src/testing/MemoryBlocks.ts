import type { AuditBlock } from '@spendscope/contracts';
import type { BlockStore } from '../modules/audit/auditBlocks';

/** For tests: a store in memory that keeps what a real one promises: a number is given once. */
export class MemoryBlocks implements BlockStore {
  readonly blocks: AuditBlock[] = [];
  away = false;
  losesAnswers = false;

  async create(block: AuditBlock): Promise<boolean> {
    await new Promise(setImmediate);
    if (this.away) {
      throw new Error('connection refused');
    }
    if (block.block < this.blocks.length) {
      return false;
    }
    this.blocks.push(block);
    return !this.losesAnswers;
  }

  async read(number: number): Promise<AuditBlock | undefined> {
    return this.blocks[number];
  }

  async newest(): Promise<AuditBlock | undefined> {
    return this.blocks.at(-1);
  }
}
