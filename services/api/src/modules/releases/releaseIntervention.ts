import type { InterventionResult, ReleaseRequest } from '@spendscope/contracts';
import type { DocumentVersion } from '@spendscope/elastic';
import { ApiError } from '../../http/apiError';
import { changedMeanwhile, etagOf } from '../../http/etag';
import type { Answer } from '../../idempotency/idempotent';
import { Recorder } from '../audit/Recorder';
import type { VersionedIntervention } from '../interventions/InterventionStore';
import { takeBack } from '../interventions/carryOut';
import { requireWellFormed } from '../interventions/checkRequest';
import { actOn, requireAsRead } from '../interventions/lookup';
import {
  type Acting,
  type InterventionParts,
  policyRefusal,
  recordingFailure,
  refuseReadonly,
} from '../interventions/parts';

/**
 * Undoes an active intervention that is still as the caller read it.
 * @throws ApiError 403 by policy, 404, 409 where it is not active, 412 where it has changed, 429, 503 where the log or connector is away
 */
export async function releaseIntervention(
  parts: InterventionParts,
  acting: Acting,
  release: ReleaseRequest & { id: string; read: DocumentVersion }
): Promise<Answer> {
  refuseReadonly(parts.mode);
  requireWellFormed('comment', release.comment);
  parts.budget.spend(acting, [{ act: 'release' }]);
  const known = await requireAsRead(parts, acting, { action: 'release', ...release });
  const recorder = await Recorder.open(parts.audit, {
    ...acting,
    action: 'release',
    policyVersion: parts.policy.version,
    target: known.document.target,
    interventionId: release.id,
    reasonCode: release.reasonCode,
    payloadHash: known.document.payload_hash,
    comment: release.comment,
  });
  const refusal = policyRefusal(parts, acting, actOn('release', known.document)) ?? refusalOf(known);
  if (refusal) {
    await recorder.record({ stage: 'Received', result: 'received' }, { stage: 'Denied', result: refusal.code });
    throw refusal;
  }
  await recorder.record(
    { stage: 'Received', result: 'received', state_before: 'active' },
    { stage: 'Decided', result: 'allow' }
  );
  return recordingFailure(recorder, async () => {
    const releasing = await parts.store.move(known, 'releasing', {
      released_by: acting.caller.actor,
      released_at: parts.now().toISOString(),
      release_reason: release.reasonCode,
    });
    if (!releasing) {
      throw changedMeanwhile();
    }
    const released = await takeBack(parts, releasing, 'released', recorder);
    const body: InterventionResult = { intervention: released.document };
    return { status: 200, body, headers: { etag: etagOf(released.version) } };
  });
}

const refusalOf = ({ document }: VersionedIntervention): ApiError | undefined =>
  document.state === 'active'
    ? undefined
    : new ApiError(409, 'not_active', `Only an active intervention can be released; this one is ${document.state}.`);
