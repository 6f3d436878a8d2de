import type { Intervention, PolicyAct } from '@spendscope/contracts';
import type { DocumentVersion } from '@spendscope/elastic';
import { ApiError } from '../../http/apiError';
import { changedMeanwhile } from '../../http/etag';
import type { Act } from '../../policy/policy';
import { Recorder } from '../audit/Recorder';
import type { InterventionStore, VersionedIntervention } from './InterventionStore';
import type { Acting, InterventionParts } from './parts';

/** @throws ApiError 404 */
export async function requireIntervention(store: InterventionStore, id: string): Promise<VersionedIntervention> {
  const known = await store.get(id);
  if (!known) {
    throw new ApiError(404, 'intervention_unknown', 'There is no intervention of this id.');
  }
  return known;
}

/** An act on an intervention, as the policy judges it. */
export const actOn = (act: PolicyAct, { action, target, duration_sec: durationSec }: Intervention): Act => ({
  act,
  action,
  targetType: target.type,
  durationSec,
});

/** What a caller wants to do to an intervention, which must still be as they read it. */
export interface Reading {
  action: string;
  id: string;
  read: DocumentVersion;
}

/** The intervention as the caller read it. @throws ApiError 404, or 412 where it has changed since, on record */
export async function requireAsRead(
  parts: InterventionParts,
  acting: Acting,
  { action, id, read }: Reading
): Promise<VersionedIntervention> {
  const known = await requireIntervention(parts.store, id);
  if (known.version.seqNo === read.seqNo && known.version.primaryTerm === read.primaryTerm) {
    return known;
  }
  const { target, payload_hash: payloadHash } = known.document;
  const policyVersion = parts.policy.version;
  const about = { action, policyVersion, target, interventionId: id, payloadHash };
  const refusal = changedMeanwhile();
  await (
    await Recorder.open(parts.audit, { ...acting, ...about })
  ).record(
    { stage: 'Received', result: 'received', state_before: known.document.state },
    { stage: 'Denied', result: refusal.code }
  );
  throw refusal;
}
