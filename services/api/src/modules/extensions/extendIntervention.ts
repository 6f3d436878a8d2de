import type { ExtensionRequest, InterventionResult } from '@spendscope/contracts';
import type { DocumentVersion } from '@spendscope/elastic';
import { ApiError, unavailable } from '../../http/apiError';
import { changedMeanwhile, etagOf } from '../../http/etag';
import type { Answer } from '../../idempotency/idempotent';
import { actionRegistry } from '../actions/actionRegistry';
import { Recorder } from '../audit/Recorder';
import type { VersionedIntervention } from '../interventions/InterventionStore';
import { requireWellFormed } from '../interventions/checkRequest';
import { actOn, requireAsRead } from '../interventions/lookup';
import { afterEffect } from '../interventions/outcomeLost';
import {
  type Acting,
  type InterventionParts,
  decisionOf,
  recordingFailure,
  refuseReadonly,
} from '../interventions/parts';

/**
 * Gives an active intervention another end, counted from now. The policy judges it like a new act of that length.
 * @throws ApiError 403 by policy, 404, 409 where it is not active, 412, 422 on what the action does not allow, 429, 503
 */
export async function extendIntervention(
  parts: InterventionParts,
  acting: Acting,
  extension: ExtensionRequest & { id: string; read: DocumentVersion }
): Promise<Answer> {
  refuseReadonly(parts.mode);
  requireWellFormed('comment', extension.comment);
  parts.budget.spend(acting, [{ act: 'extend' }]);
  const known = await requireAsRead(parts, acting, { action: 'extend', ...extension });
  const { document } = known;
  const durationSec = lengthOf(extension, known);
  const recorder = await Recorder.open(parts.audit, {
    ...acting,
    action: 'extend',
    policyVersion: parts.policy.version,
    target: document.target,
    interventionId: document.id,
    reasonCode: extension.reasonCode,
    payloadHash: document.payload_hash,
    comment: extension.comment,
  });
  const refusal = refusalOf(parts, acting, known, durationSec);
  if (refusal) {
    await recorder.record({ stage: 'Received', result: 'received' }, { stage: 'Denied', result: refusal.code });
    throw refusal;
  }
  await recorder.record(
    { stage: 'Received', result: 'received', state_before: document.state },
    { stage: 'Decided', result: 'allow' }
  );
  return recordingFailure(recorder, async () => {
    const extended = await parts.store.extend(known, durationSec);
    if (!extended) {
      throw changedMeanwhile();
    }
    await tellConnectors(parts, extended, recorder.traceparent);
    await afterEffect('extension', () =>
      recorder.record(
        { stage: 'Executed', result: document.mode },
        { stage: 'Completed', result: extended.document.expires_at ? 'extended' : 'until_released' }
      )
    );
    parts.counted(document.action, 'extended');
    const body: InterventionResult = { intervention: extended.document };
    return { status: 200, body, headers: { etag: etagOf(extended.version) } };
  });
}

/**
 * The connectors learn the new end; doing it again changes nothing. Whoever released it meanwhile has the last word.
 * @throws ApiError 503 where a connector is away: the new end is stored, and extending again tells it
 */
async function tellConnectors(
  parts: InterventionParts,
  { document }: VersionedIntervention,
  traceparent: string
): Promise<void> {
  const connector = parts.connectorFor(document.mode, document.action);
  try {
    await connector.apply(document, traceparent);
    const now = await parts.store.get(document.id);
    if (now?.document.state !== 'active') {
      await connector.revert(document, traceparent);
    }
  } catch (cause) {
    throw unavailable(
      'connector_unavailable',
      'The new end is stored, but could not be passed on. Extend it again.',
      cause
    );
  }
}

/** Undefined: until released. @throws ApiError 422 */
function lengthOf(extension: ExtensionRequest, { document }: VersionedIntervention): number | undefined {
  const { maxDurationSec, permanentAllowed } = actionRegistry[document.action];
  const { durationSec, permanent } = extension;
  if (permanent ? durationSec !== undefined : durationSec === undefined) {
    throw new ApiError(422, 'duration_ambiguous', 'Send either durationSec or permanent.');
  }
  if (permanent && !permanentAllowed) {
    throw new ApiError(422, 'duration_not_allowed', `${document.action} needs an end: send durationSec.`);
  }
  if (durationSec !== undefined && durationSec > maxDurationSec) {
    throw new ApiError(422, 'duration_not_allowed', `${document.action} lasts at most ${maxDurationSec} seconds.`);
  }
  return durationSec;
}

function refusalOf(
  parts: InterventionParts,
  acting: Acting,
  { document }: VersionedIntervention,
  durationSec: number | undefined
): ApiError | undefined {
  if (document.state !== 'active') {
    return new ApiError(
      409,
      'not_active',
      `Only an active intervention can be extended; this one is ${document.state}.`
    );
  }
  const { effect, missing } = decisionOf(parts, acting, { ...actOn('extend', document), durationSec });
  return effect === 'allow'
    ? undefined
    : new ApiError(
        403,
        'policy_denied',
        effect === 'deny'
          ? `Policy ${parts.policy.version} does not allow you this act for so long.`
          : 'You may ask for this act, not extend it. Release it and ask anew.',
        { missing: missing ?? `policy:${document.action}` }
      );
}
