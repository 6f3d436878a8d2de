import type { KeyObject } from 'node:crypto';
import type { AuditVerification } from '@spendscope/contracts';
import { ChainWalk, type StoredBlock } from './verifyChain';
import { type Checkpoints, checkpointBreak, headBreak } from './verifyCheckpoints';

export interface AuditEvidence {
  /** Stored blocks in the order of their ids. */
  blocks: AsyncIterable<StoredBlock> | Iterable<StoredBlock>;
  inIndex: Checkpoints;
  inPlace: Checkpoints;
  publicKey: KeyObject;
  /** What the second place is called; a folder where it is not said. */
  place?: string;
}

/** Recomputes the whole chain and holds it to its checkpoints; of several breaks it names the earliest block's. */
export async function judgeAudit(evidence: AuditEvidence, now: Date = new Date()): Promise<AuditVerification> {
  const { inIndex, inPlace, publicKey, place } = evidence;
  // Both places vouch: a head that only one still holds counts as well.
  const heads = [...new Map([...inIndex, ...inPlace]).values()];
  const named = new Set(heads.map((checkpoint) => checkpoint.last_block));
  const hashes = new Map<number, string>();
  const walk = new ChainWalk((block) => {
    if (named.has(block.block)) {
      hashes.set(block.block, block.hash);
    }
  });
  for await (const stored of evidence.blocks) {
    walk.take(stored);
  }
  const walked = { lastBlock: walk.head.block, hashOf: (block: number) => hashes.get(block) };
  // After a break in the chain itself, later heads cannot be looked up, and would only say the same again.
  const comparable = walk.firstBreak ? heads.filter((head) => head.last_block <= walked.lastBlock) : heads;
  const breaks = [
    walk.firstBreak,
    checkpointBreak(inIndex, inPlace, publicKey, place),
    ...comparable.map((head) => headBreak(head, walked)),
  ].filter((entry) => entry !== undefined);
  const firstBreak = breaks.sort((a, b) => a.block - b.block)[0];
  const matched = comparable.filter((head) => !headBreak(head, walked));
  const lastSigned = Math.max(-1, ...matched.map((head) => head.last_block));
  return {
    ok: !firstBreak,
    blocks: walked.lastBlock + 1,
    records: walk.records,
    headHash: walk.head.hash,
    checkpoints: matched.length,
    unsignedBlocks: walked.lastBlock - lastSigned,
    ...(firstBreak ? { firstBreak } : {}),
    checkedAt: now.toISOString(),
  };
}
