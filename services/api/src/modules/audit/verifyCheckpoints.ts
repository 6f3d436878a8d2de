import type { KeyObject } from 'node:crypto';
import type { AuditCheckpoint } from '@spendscope/contracts';
import { canonicalize } from 'json-canonicalize';
import { hashOfCheckpoint, isSignedBy, noCheckpoint } from './checkpoint';
import type { Break } from './verifyChain';

/** Checkpoints of one place, by their number. */
export type Checkpoints = ReadonlyMap<number, AuditCheckpoint>;

const broken = (checkpoint: AuditCheckpoint | undefined, detail: string): Break => ({
  block: checkpoint?.last_block ?? 0,
  kind: 'checkpoint',
  detail,
});

/**
 * The first checkpoint that is not what was signed: another signature, another predecessor, or one that the index and
 * the second place do not both hold alike.
 */
export function checkpointBreak(
  inIndex: Checkpoints,
  inPlace: Checkpoints,
  publicKey: KeyObject,
  place = 'folder'
): Break | undefined {
  const last = Math.max(-1, ...inIndex.keys(), ...inPlace.keys());
  let before: string = noCheckpoint;
  for (let number = 0; number <= last; number++) {
    const [indexed, filed] = [inIndex.get(number), inPlace.get(number)];
    const checkpoint = indexed ?? filed;
    if (!indexed || !filed) {
      return broken(checkpoint, `Checkpoint ${number} is missing from the ${indexed ? place : 'index'}.`);
    }
    if (canonicalize(indexed) !== canonicalize(filed)) {
      return broken(filed, `Checkpoint ${number} in the index is not the one in the ${place}.`);
    }
    if (!isSignedBy(indexed, publicKey)) {
      return broken(indexed, `Checkpoint ${number} is not signed by this service's key.`);
    }
    if (indexed.prev_checkpoint_hash !== before) {
      return broken(indexed, `Checkpoint ${number} does not follow the checkpoint before it.`);
    }
    before = hashOfCheckpoint(indexed);
  }
  return undefined;
}

/** What a signed head says of the chain that was walked: its block must be there, with its hash. */
export function headBreak(
  checkpoint: AuditCheckpoint,
  walked: { lastBlock: number; hashOf: (block: number) => string | undefined }
): Break | undefined {
  const { last_block: block, head_hash: hash, ts } = checkpoint;
  if (block > walked.lastBlock) {
    return {
      block: walked.lastBlock + 1,
      kind: 'truncated',
      detail: `The chain ends at block ${walked.lastBlock}, but a checkpoint of ${ts} saw block ${block}.`,
    };
  }
  if (walked.hashOf(block) !== hash) {
    return { block, kind: 'forked', detail: `Block ${block} is not the one that the checkpoint of ${ts} saw.` };
  }
  return undefined;
}
