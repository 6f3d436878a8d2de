import { createHash } from 'node:crypto';
import type { AuditBlock, AuditRecord } from '@spendscope/contracts';
import { canonicalize } from 'json-canonicalize';

/** A record before the chain gives it its number. */
export type NewRecord = Omit<AuditRecord, 'seq'>;

/** Where the chain ends: what the next block has to follow. */
export interface ChainHead {
  /** -1 before the first block. */
  block: number;
  lastSeq: number;
  hash: string;
}

export const emptyChain: ChainHead = { block: -1, lastSeq: -1, hash: '0'.repeat(64) };

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** SHA-256 of the hash before and the RFC 8785 form of the block without its own hash. */
export function hashOfBlock(block: Omit<AuditBlock, 'hash'>): string {
  const { hash: _own, ...rest } = block as AuditBlock;
  return sha256(`${block.prev_hash}${canonicalize(rest)}`);
}

/** The block that puts these records, in this order, after the head. */
export function nextBlock(head: ChainHead, records: readonly NewRecord[]): AuditBlock {
  const block = {
    block: head.block + 1,
    first_seq: head.lastSeq + 1,
    last_seq: head.lastSeq + records.length,
    prev_hash: head.hash,
    records: records.map((record, index) => ({ ...record, seq: head.lastSeq + 1 + index })),
  };
  return { ...block, hash: hashOfBlock(block) };
}

export const headAfter = (block: AuditBlock): ChainHead => ({
  block: block.block,
  lastSeq: block.last_seq,
  hash: block.hash,
});

/** What a block of that number says that it follows. */
export const headBefore = (number: number, block: AuditBlock): ChainHead => ({
  block: number - 1,
  lastSeq: block.first_seq - 1,
  hash: block.prev_hash,
});

/** Zero-padded so that ids sort as numbers. */
export const numberedId = (number: number): string => String(number).padStart(12, '0');
