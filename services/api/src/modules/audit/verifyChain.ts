import type { AuditBlock, AuditVerification } from '@spendscope/contracts';
import { type ChainHead, emptyChain, hashOfBlock, headAfter, numberedId } from './chain';

export type Break = NonNullable<AuditVerification['firstBreak']>;

/** A block as stored: the id it lies under, and what it says. */
export interface StoredBlock {
  id: string;
  block: AuditBlock;
}

/** Follows the chain one stored block at a time, in the order of their ids, and stops at the first that does not fit. */
export class ChainWalk {
  records = 0;
  firstBreak: Break | undefined;

  /** The hash of each block that a checkpoint may name. */
  constructor(
    private readonly seen: (block: AuditBlock) => void = () => undefined,
    /** Where to begin; what lies before is taken on trust. */
    public head: ChainHead = emptyChain
  ) {}

  take(stored: StoredBlock): void {
    if (this.firstBreak) {
      return;
    }
    this.firstBreak = breakOf(this.head, stored);
    if (!this.firstBreak) {
      this.head = headAfter(stored.block);
      this.records += stored.block.records.length;
      this.seen(stored.block);
    }
  }
}

function breakOf(head: ChainHead, { id, block }: StoredBlock): Break | undefined {
  const expected = head.block + 1;
  const at = (kind: Break['kind'], detail: string): Break => ({ block: expected, kind, detail });
  if (Number(id) > expected) {
    return at('missing', `Block ${expected} is gone: the next one found is ${Number(id)}.`);
  }
  if (id !== numberedId(expected)) {
    return at('forked', `A second block claims the place of block ${Number(id)}.`);
  }
  if (block.hash !== hashOfBlock(block)) {
    return at('changed', `Block ${expected} was changed after it was written: its hash does not fit its content.`);
  }
  if (block.block !== expected) {
    return at('reordered', `Under number ${expected} lies what was written as block ${block.block}.`);
  }
  if (block.prev_hash !== head.hash) {
    return at('forked', `Block ${expected} follows another block ${head.block} than the one that is stored.`);
  }
  return sequenceBreak(head, block);
}

/** Hashes fit, so whoever wrote the block numbered it wrongly. */
function sequenceBreak(head: ChainHead, block: AuditBlock): Break | undefined {
  const first = head.lastSeq + 1;
  const inOrder =
    block.records.length > 0 &&
    block.first_seq === first &&
    block.last_seq === head.lastSeq + block.records.length &&
    block.records.every((record, index) => record.seq === first + index);
  return inOrder
    ? undefined
    : {
        block: block.block,
        kind: 'reordered',
        detail: `The records of block ${block.block} are not numbered from ${first} on without a gap.`,
      };
}
