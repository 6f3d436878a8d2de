import type { AuditBlock, AuditVerification } from '@spendscope/contracts';
import { emptyChain, headBefore } from './chain';
import type { AuditEvidence } from './judgeAudit';
import { ChainWalk } from './verifyChain';
import { checkpointBreak, headBreak } from './verifyCheckpoints';

interface RangeEvidence extends Omit<AuditEvidence, 'blocks'> {
  /** From the block before the range on to the range's end, or to the next signed head after it. */
  blocks: AsyncIterable<{ id: string; block: AuditBlock }> | Iterable<{ id: string; block: AuditBlock }>;
  from: number;
  to: number;
  /** The block that holds `from`. */
  firstBlock: number;
}

/**
 * Recomputes a part of the chain and its link to the block before, and holds it to the checkpoints along it. A signed head
 * at or after its end vouches for all of it; before its beginning and after that head it says nothing.
 */
export async function judgeRange(evidence: RangeEvidence, now: Date = new Date()): Promise<AuditVerification> {
  const { inIndex, inPlace, publicKey, place, from, to, firstBlock } = evidence;
  const before = firstBlock - 1;
  const hashes = new Map<number, string>();
  let [records, blocks, lastBlock, lastSeq] = [0, 0, before, from - 1];
  const seen = (block: AuditBlock): void => {
    hashes.set(block.block, block.hash);
    if (block.block > before && block.first_seq <= to) {
      records += block.records.filter(({ seq }) => seq >= from && seq <= to).length;
      [blocks, lastBlock, lastSeq] = [blocks + 1, block.block, Math.min(to, block.last_seq)];
    }
  };
  let walk: ChainWalk | undefined;
  for await (const stored of evidence.blocks) {
    walk ??= new ChainWalk(seen, before < 0 ? emptyChain : headBefore(before, stored.block));
    walk.take(stored);
  }
  walk ??= new ChainWalk(seen);
  const walked = { lastBlock: walk.head.block, hashOf: (block: number) => hashes.get(block) };
  const heads = [...new Map([...inIndex, ...inPlace]).values()].filter(
    // A head within the range whose block is not there: the chain was cut off.
    (head) =>
      head.last_block >= before && (head.last_block <= walked.lastBlock || (!walk.firstBreak && head.last_seq <= to))
  );
  const breaks = [
    walk.firstBreak,
    checkpointBreak(inIndex, inPlace, publicKey, place),
    ...heads.map((head) => headBreak(head, walked)),
  ].filter((entry) => entry !== undefined);
  const firstBreak = breaks.sort((a, b) => a.block - b.block)[0];
  const matched = heads.filter((head) => !headBreak(head, walked));
  const vouching = firstBreak ? undefined : matched.find((head) => head.last_block >= lastBlock);
  const lastSigned = Math.max(before, ...matched.map((head) => head.last_block));
  return {
    ok: !firstBreak,
    blocks,
    records,
    headHash: hashes.get(lastBlock) ?? walk.head.hash,
    checkpoints: matched.length,
    unsignedBlocks: Math.max(0, lastBlock - lastSigned),
    ...(firstBreak ? { firstBreak } : {}),
    range: {
      from,
      to: lastSeq,
      firstBlock,
      lastBlock,
      ...(vouching ? { signedAt: vouching.ts } : {}),
      proves: provenBy(firstBreak === undefined, vouching?.ts, before),
    },
    checkedAt: now.toISOString(),
  };
}

function provenBy(ok: boolean, signedAt: string | undefined, before: number): string {
  if (!ok) {
    return 'Nothing: see the break. It may lie in the block before the range or in a checkpoint.';
  }
  const link = before < 0 ? 'from the first block on' : `up to its link to block ${before}`;
  return signedAt
    ? `The range is as it was when the checkpoint of ${signedAt} was signed, ${link}. Of other records it says nothing.`
    : `The blocks of the range fit each other, ${link}. No checkpoint covers its end: whoever owns the store could have rewritten what is not signed. Of other records it says nothing.`;
}
