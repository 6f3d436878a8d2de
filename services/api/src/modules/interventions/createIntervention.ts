import type { ActionName, Intervention, InterventionRequest, InterventionResult } from '@spendscope/contracts';
import type { DocumentVersion } from '@spendscope/elastic';
import { ApiError } from '../../http/apiError';
import { etagOf } from '../../http/etag';
import type { Answer } from '../../idempotency/idempotent';
import { denialOf } from '../../policy/denial';
import type { Decision } from '../../policy/policy';
import { Recorder } from '../audit/Recorder';
import { stricterOf } from '../controls/Controls';
import { carryOut } from './carryOut';
import { type CheckedRequest, actOf, checkRequest } from './checkRequest';
import { interventionIdOf, newIntervention, payloadHashOf } from './newIntervention';
import { type Acting, type InterventionParts, decisionOf, recordingFailure, refuseReadonly } from './parts';
import { requireState } from './requireState';

export interface Origin {
  /** The same for every try of one request: the intervention's id is made from it. */
  seed: string;
  batchId?: string;
  /** What was decided elsewhere: an alert's act, by the policy's alert rules. */
  decision?: Decision;
}

/** The brake turns what the policy allows into what needs a second person. */
async function braked(parts: InterventionParts, action: ActionName, decision: Decision): Promise<Decision> {
  return decision.effect === 'allow' && parts.mode !== 'readonly' && (await parts.brake(action))
    ? { ...decision, effect: 'needs_approval' }
    : decision;
}

/**
 * Asks for an intervention: recorded, decided by the policy, and carried out or left waiting for approval.
 * @returns 201 active, 200 where the same is active already, 202 waiting for approval
 * @throws ApiError 403 by policy, 409 where another holds the target, 412 where the target's state is another than
 *   was read, 422 on what the action does not allow, 429 where it is too much, 503 where the log or the connector is away
 */
export async function createIntervention(
  parts: InterventionParts,
  acting: Acting,
  request: InterventionRequest,
  origin: Origin
): Promise<Answer> {
  const checked = checkRequest(request);
  if (!origin.batchId) {
    parts.budget.spend(acting, [{ act: 'request', action: request.action }]);
  }
  parts.budget.spendOn(request.target);
  const decision = await braked(parts, request.action, origin.decision ?? decisionOf(parts, acting, actOf(checked)));
  const id = interventionIdOf(origin.seed);
  const recorder = await Recorder.open(parts.audit, {
    ...acting,
    action: request.action,
    policyVersion: decision.policyVersion,
    target: request.target,
    interventionId: id,
    reasonCode: request.reasonCode,
    payloadHash: payloadHashOf(checked, acting.caller.actor.sub),
    comment: request.comment,
    ticket: request.ticket,
  });
  const refusal = refusalOf(parts, decision);
  if (refusal) {
    await recorder.record({ stage: 'Received', result: 'received' }, { stage: 'Denied', result: refusal.code });
    parts.counted(request.action, 'denied');
    throw refusal;
  }
  await recorder.record({ stage: 'Received', result: 'received' }, { stage: 'Decided', result: decision.effect });
  return recordingFailure(recorder, () => claimAndAct(parts, acting, checked, { ...origin, id, decision, recorder }));
}

interface Recorded extends Origin {
  id: string;
  decision: Decision;
  recorder: Recorder;
}

/** Why the act is refused, if it is. */
function refusalOf(parts: InterventionParts, decision: Decision): ApiError | undefined {
  return parts.mode === 'readonly'
    ? new ApiError(403, 'readonly', 'The service is in read-only mode: nothing can be changed now.')
    : denialOf(decision);
}

async function claimAndAct(
  parts: InterventionParts,
  acting: Acting,
  checked: CheckedRequest,
  recorded: Recorded
): Promise<Answer> {
  const { action, target } = checked.request;
  const claim = await parts.guards.claim(action, target, recorded.id);
  if (claim.kind === 'busy') {
    throw new ApiError(
      409,
      'in_progress',
      'The same act on this target is just being carried out. Ask again in a moment.',
      {
        headers: { 'retry-after': '2' },
      }
    );
  }
  await requireState(parts, checked.request, { id: recorded.id, claimed: claim.kind === 'mine' });
  return claim.kind === 'held' ? answerHeld(checked, claim.by, recorded) : actOnClaim(parts, acting, checked, recorded);
}

async function actOnClaim(
  parts: InterventionParts,
  acting: Acting,
  checked: CheckedRequest,
  recorded: Recorded
): Promise<Answer> {
  const { id, decision, recorder, batchId } = recorded;
  refuseReadonly(parts.mode);
  const state = decision.effect === 'allow' ? 'executing' : 'pending_approval';
  const intervention = newIntervention(checked, {
    id,
    acting,
    state,
    mode: parts.mode,
    policyVersion: decision.policyVersion,
    connector: parts.connectorFor(parts.mode, checked.request.action).name,
    now: parts.now(),
    textId: recorder.text?.text_id,
    batchId,
  });
  const mine = (await parts.store.create(intervention)) ?? (await resumed(parts, id));
  if (mine.document.state === 'executing') {
    const active = await carryOut(parts, mine, recorder);
    return created(201, active.document, active.version);
  }
  await recorder.record({ stage: 'Completed', result: mine.document.state, state_after: mine.document.state });
  parts.counted(mine.document.action, mine.document.state);
  return created(mine.document.state === 'active' ? 201 : 202, mine.document, mine.version);
}

/** A first try of the same key got as far as creating it, and died. */
async function resumed(
  parts: InterventionParts,
  id: string
): Promise<NonNullable<Awaited<ReturnType<typeof parts.store.get>>>> {
  const known = await parts.store.get(id);
  // Begun in earnest, it must not be gone on with while the service only observes: reconciliation closes it.
  const asBegun = known && stricterOf(known.document.mode, parts.mode) === known.document.mode;
  const claimed = known?.document.state === 'executing' ? asBegun && (await parts.store.touch(known)) : known;
  if (!claimed || !['executing', 'active', 'pending_approval'].includes(claimed.document.state)) {
    throw new ApiError(
      409,
      'given_up',
      'The first try of this request was given up. Send it with a new Idempotency-Key.'
    );
  }
  return claimed;
}

async function answerHeld(checked: CheckedRequest, by: Intervention, recorded: Recorded): Promise<Answer> {
  const { recorder, decision } = recorded;
  if (by.duration_sec !== checked.durationSec) {
    throw new ApiError(
      409,
      'parameters_differ',
      `This is ${by.state} already, with another duration: extend or release ${by.id}.`
    );
  }
  if (by.state === 'pending_approval' && decision.effect === 'allow') {
    throw new ApiError(
      409,
      'pending_approval',
      `${by.requested_by.login} has asked for the same: approve or reject ${by.id}.`
    );
  }
  await recorder.record({ stage: 'Completed', result: `already_${by.state}`, interventionId: by.id });
  const result: InterventionResult = { intervention: by, alreadyActive: by.state === 'active' };
  return { status: by.state === 'active' ? 200 : 202, body: result };
}

function created(status: number, intervention: Intervention, version: DocumentVersion): Answer {
  const body: InterventionResult = { intervention };
  return { status, body, headers: { location: `/v1/interventions/${intervention.id}`, etag: etagOf(version) } };
}
