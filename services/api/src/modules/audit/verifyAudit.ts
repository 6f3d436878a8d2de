import type { KeyObject } from 'node:crypto';
import { type AuditVerification, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { ElasticBlockStore } from './auditBlocks';
import type { CheckpointPlace } from './checkpointPlaces';
import { CheckpointStore } from './checkpointStore';
import { judgeAudit } from './judgeAudit';

/** Reads the whole audit log and all checkpoints and says whether anything was changed; writes nothing. */
export async function verifyAudit(
  client: ElasticClient,
  place: CheckpointPlace,
  publicKey: KeyObject
): Promise<AuditVerification> {
  const checkpoints = new CheckpointStore(client, place);
  const [inIndex, inPlace] = [await checkpoints.inIndex(), await checkpoints.inPlace()];
  const lastSigned = Math.max(-1, ...[...inIndex.values(), ...inPlace.values()].map((one) => one.last_block));
  await client.indices.refresh({ index: indices.audit.name });
  const { count } = await client.count({ index: indices.audit.name });
  const blocks = new ElasticBlockStore(client).all(Math.max(lastSigned, count - 1));
  return judgeAudit({ blocks, inIndex, inPlace, publicKey, place: place.name });
}
