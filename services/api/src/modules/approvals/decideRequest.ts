import type { ApprovalRequest, InterventionResult } from '@spendscope/contracts';
import type { DocumentVersion } from '@spendscope/elastic';
import { ApiError } from '../../http/apiError';
import { changedMeanwhile, etagOf } from '../../http/etag';
import type { Answer } from '../../idempotency/idempotent';
import { Recorder } from '../audit/Recorder';
import { stricterOf } from '../controls/Controls';
import type { VersionedIntervention } from '../interventions/InterventionStore';
import { carryOut } from '../interventions/carryOut';
import { requireWellFormed } from '../interventions/checkRequest';
import { actOn, requireAsRead } from '../interventions/lookup';
import { endOf } from '../interventions/newIntervention';
import { afterEffect } from '../interventions/outcomeLost';
import {
  type Acting,
  type InterventionParts,
  policyRefusal,
  recordingFailure,
  refuseReadonly,
} from '../interventions/parts';
import { stateDiffers } from '../interventions/requireState';
import { refusePerson, refuseRequest } from './secondPerson';

type Verdict = 'approve' | 'reject' | 'cancel';

interface Ruling {
  id: string;
  read: DocumentVersion;
  verdict: Verdict;
  comment?: string;
  /** What the approver read; absent where the requester takes it back. */
  payloadHash?: ApprovalRequest['payloadHash'];
}

/**
 * A second person approves or rejects a waiting request, or its requester cancels it.
 * @throws ApiError 403 on one's own request or by policy, 409 where it does not wait or is another than was read, 412, 429,
 *   503
 */
export async function decideRequest(parts: InterventionParts, acting: Acting, ruling: Ruling): Promise<Answer> {
  refuseReadonly(parts.mode);
  requireWellFormed('comment', ruling.comment);
  parts.budget.spend(acting, [{ act: ruling.verdict }]);
  const known = await requireAsRead(parts, acting, { action: ruling.verdict, ...ruling });
  const { document } = known;
  const recorder = await Recorder.open(parts.audit, {
    ...acting,
    action: ruling.verdict,
    policyVersion: parts.policy.version,
    target: document.target,
    interventionId: document.id,
    payloadHash: document.payload_hash,
    comment: ruling.comment,
  });
  const refusal = refusalOf(parts, known, acting, ruling) ?? (await changedState(parts, known, ruling));
  if (refusal) {
    await recorder.record({ stage: 'Received', result: 'received' }, { stage: 'Denied', result: refusal.code });
    throw refusal;
  }
  await recorder.record(
    { stage: 'Received', result: 'received', state_before: document.state },
    { stage: 'Decided', result: ruling.verdict }
  );
  return recordingFailure(recorder, async () => {
    const done =
      ruling.verdict === 'approve'
        ? await approve(parts, acting, known, recorder)
        : await close(parts, acting, known, recorder, ruling.verdict === 'reject' ? 'rejected' : 'cancelled');
    const body: InterventionResult = { intervention: done.document };
    return { status: 200, body, headers: { etag: etagOf(done.version) } };
  });
}

function refusalOf(
  parts: InterventionParts,
  { document }: VersionedIntervention,
  acting: Acting,
  ruling: Ruling
): ApiError | undefined {
  const { state } = document;
  const refusal =
    refusePerson(document, {
      actor: acting.caller.actor,
      takesBack: ruling.verdict === 'cancel',
      notTheirs: 'Only who asked for it can cancel it. An approver can reject it.',
    }) ?? policyRefusal(parts, acting, actOn(ruling.verdict, document));
  if (refusal) {
    return refusal;
  }
  if (state !== 'pending_approval') {
    return new ApiError(409, 'not_pending', `This intervention does not wait for approval; it is ${state}.`);
  }
  return refuseRequest(document, { now: parts.now(), read: ruling.payloadHash });
}

/** A request that insisted on what was in force is not approved on anything else. */
async function changedState(
  parts: InterventionParts,
  { document: { if_state: ifState, target } }: VersionedIntervention,
  { verdict }: Ruling
): Promise<ApiError | undefined> {
  const differs = verdict === 'approve' ? await stateDiffers(parts, { ifState, target }) : undefined;
  return differs
    ? new ApiError(412, 'state_differs', `${differs} It was asked for on another state: reject it.`)
    : undefined;
}

async function approve(
  parts: InterventionParts,
  acting: Acting,
  pending: VersionedIntervention,
  recorder: Recorder
): Promise<VersionedIntervention> {
  const now = parts.now();
  // Asked for in earnest and approved while the service only observes (or the other way round): the stricter holds.
  const mode = stricterOf(pending.document.mode, parts.mode);
  refuseReadonly(mode);
  const approved = await parts.store.move(pending, 'approved', decidedBy(acting, now));
  const executing =
    approved &&
    (await parts.store.move(approved, 'executing', { mode, ...endOf(now, approved.document.duration_sec) }));
  if (!executing) {
    throw changedMeanwhile();
  }
  return carryOut(parts, executing, recorder);
}

async function close(
  parts: InterventionParts,
  acting: Acting,
  pending: VersionedIntervention,
  recorder: Recorder,
  to: 'rejected' | 'cancelled'
): Promise<VersionedIntervention> {
  const closed = await parts.store.move(pending, to, decidedBy(acting, parts.now()));
  if (!closed) {
    throw changedMeanwhile();
  }
  return afterEffect('decision', async () => {
    await recorder.record({ stage: 'Completed', result: to, state_before: 'pending_approval', state_after: to });
    await parts.guards.free(closed.document);
    parts.counted(closed.document.action, to);
    return closed;
  });
}

const decidedBy = (
  acting: Acting,
  now: Date
): Pick<VersionedIntervention['document'], 'decided_by' | 'decided_at'> => ({
  decided_by: acting.caller.actor,
  decided_at: now.toISOString(),
});
