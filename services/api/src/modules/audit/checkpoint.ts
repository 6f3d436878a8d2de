import { type KeyObject, createHash, createPublicKey, sign, verify } from 'node:crypto';
import type { AuditCheckpoint } from '@spendscope/contracts';
import { canonicalize } from 'json-canonicalize';
import { type ChainHead, sha256 } from './chain';

/** Named by each checkpoint as the one before, where there is none. */
export const noCheckpoint = '0'.repeat(64);

type Unsigned = Omit<AuditCheckpoint, 'signature'>;

/** Short name of a public key: the first half of its SHA-256. */
export function keyId(key: KeyObject): string {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 32);
}

const signedBytes = (checkpoint: Unsigned): Buffer => {
  const { signature: _own, ...rest } = checkpoint as AuditCheckpoint;
  return Buffer.from(canonicalize(rest));
};

/** Covers the signature too, so that the next checkpoint vouches for this very one. */
export const hashOfCheckpoint = (checkpoint: AuditCheckpoint): string => sha256(canonicalize(checkpoint));

/** An Ed25519-signed statement that the chain up to `head` is as it is, naming the checkpoint before. */
export function signCheckpoint(
  head: ChainHead,
  before: AuditCheckpoint | undefined,
  about: { logId: string; ts: string },
  privateKey: KeyObject
): AuditCheckpoint {
  const unsigned: Unsigned = {
    log_id: about.logId,
    first_seq: before ? before.last_seq + 1 : 0,
    last_seq: head.lastSeq,
    last_block: head.block,
    head_hash: head.hash,
    prev_checkpoint_hash: before ? hashOfCheckpoint(before) : noCheckpoint,
    ts: about.ts,
    key_id: keyId(privateKey),
  };
  return { ...unsigned, signature: sign(null, signedBytes(unsigned), privateKey).toString('base64') };
}

/** Whether the signature is of the key that the checkpoint names, over exactly what it says. */
export function isSignedBy(checkpoint: AuditCheckpoint, publicKey: KeyObject): boolean {
  return (
    checkpoint.key_id === keyId(publicKey) &&
    verify(null, signedBytes(checkpoint), publicKey, Buffer.from(checkpoint.signature, 'base64'))
  );
}
