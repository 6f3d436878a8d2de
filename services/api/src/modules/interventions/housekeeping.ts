import { randomUUID } from 'node:crypto';
import { type Actor, type InterventionState, approvalHours } from '@spendscope/contracts';
import { ownTrace } from '../../http/trace';
import { Recorder } from '../audit/Recorder';
import type { VersionedIntervention } from './InterventionStore';
import { carryOut, takeBack } from './carryOut';
import { type Acting, type InterventionParts, recordingFailure } from './parts';

/** Between two moves for so long: whoever made the first is dead. */
export const abandonedAfterMs = 60_000;
const atOnce = 200;

/** A part of this service that acts by itself, as the record names it. */
export const systemActor = (name: string): Actor => ({
  sub: `system:${name}`,
  login: `system:${name}`,
  type: 'system',
  role: 'system',
});

export function actingAs(name: string): Acting {
  const requestId = randomUUID();
  return {
    caller: { actor: systemActor(name), rights: [], channel: { instance: 'self' } },
    requestId,
    trace: ownTrace(requestId),
  };
}

const recorderOf = (parts: InterventionParts, name: string, { document }: VersionedIntervention): Promise<Recorder> =>
  Recorder.open(parts.audit, {
    ...actingAs(name),
    action: name,
    policyVersion: document.policy_version,
    target: document.target,
    interventionId: document.id,
    payloadHash: document.payload_hash,
  });

/** Hears of the intervention that could not be dealt with, and why. */
export type Trouble = (interventionId: string, error: unknown) => void;

/**
 * Deals with each intervention by itself: one whose connector is dead must not keep the others waiting. A store that is
 * away ends the round.
 * @returns how many were dealt with
 */
async function each(
  parts: InterventionParts,
  ids: readonly string[],
  deal: (known: VersionedIntervention) => Promise<boolean>,
  trouble: Trouble
): Promise<number> {
  let dealt = 0;
  for (const id of ids) {
    const known = await parts.store.get(id);
    try {
      dealt += known && (await deal(known)) ? 1 : 0;
    } catch (error) {
      parts.counted(known!.document.action, 'housekeeping_failed');
      trouble(id, error);
    }
  }
  return dealt;
}

const ignored: Trouble = () => undefined;

/** Ends what has run out: interventions in force, and requests that nobody approved. Returns how many. */
export async function expireDue(parts: InterventionParts, trouble = ignored): Promise<number> {
  const now = parts.now();
  const due = await parts.store.findBefore(['active'], 'expires_at', now, atOnce);
  const unanswered = new Date(now.getTime() - approvalHours * 3_600_000);
  const waiting = await parts.store.findBefore(['pending_approval'], 'requested_at', unanswered, atOnce);
  return each(parts, [...due.ids, ...waiting.ids], (known) => expireOne(parts, known), trouble);
}

async function expireOne(parts: InterventionParts, known: VersionedIntervention): Promise<boolean> {
  const { state } = known.document;
  if (state !== 'active' && state !== 'pending_approval') {
    return false;
  }
  const recorder = await recorderOf(parts, 'expiry', known);
  await recorder.record({ stage: 'Decided', result: 'expired', state_before: state });
  return recordingFailure(recorder, () =>
    state === 'active' ? endActive(parts, known, recorder) : endWaiting(parts, known, recorder)
  );
}

async function endWaiting(
  parts: InterventionParts,
  known: VersionedIntervention,
  recorder: Recorder
): Promise<boolean> {
  const expired = await parts.store.move(known, 'expired');
  await recorder.record({
    stage: 'Completed',
    result: expired ? 'expired' : 'changed_meanwhile',
    state_after: 'expired',
  });
  await (expired && parts.guards.free(expired.document));
  return expired !== undefined;
}

async function endActive(parts: InterventionParts, known: VersionedIntervention, recorder: Recorder): Promise<boolean> {
  const released = { released_by: systemActor('expiry'), released_at: parts.now().toISOString() };
  const releasing = await parts.store.move(known, 'releasing', released);
  if (!releasing) {
    await recorder.record({ stage: 'Failed', result: 'changed_meanwhile' });
    return false;
  }
  await takeBack(parts, releasing, 'expired', recorder);
  return true;
}

const betweenMoves = ['approved', 'executing', 'unknown', 'releasing'] as const;

/** Whoever moves it is at work or dead: in the latter case the reconciliation finds out how it really is. */
export const isBetweenMoves = (state: InterventionState): boolean => betweenMoves.some((one) => one === state);

/** Closes what a crash or a lost answer left between two moves, by asking the connector how it really is. */
export async function reconcile(parts: InterventionParts, trouble = ignored): Promise<number> {
  const ids = await parts.store.findLeft(betweenMoves, abandonedAfterMs, atOnce);
  const close = async (known: VersionedIntervention): Promise<boolean> => {
    // Whoever touches it first goes on with it.
    const mine = isBetweenMoves(known.document.state) && (await parts.store.touch(known));
    if (!mine) {
      return false;
    }
    await reconcileOne(parts, mine);
    return true;
  };
  return each(parts, ids, close, trouble);
}

async function reconcileOne(parts: InterventionParts, known: VersionedIntervention): Promise<void> {
  const { document } = known;
  const recorder = await recorderOf(parts, 'reconciliation', known);
  if (document.state === 'releasing') {
    await takeBack(parts, known, document.released_by?.type === 'system' ? 'expired' : 'released', recorder);
    return;
  }
  const executing = document.state === 'approved' ? await parts.store.move(known, 'executing') : known;
  if (!executing) {
    return;
  }
  const connector = parts.connectorFor(document.mode, document.action);
  const status = await connector.status(document, recorder.traceparent);
  if (status === 'applied' && executing.document.state === 'executing') {
    await carryOut(parts, executing, recorder);
    return;
  }
  const to = status === 'applied' ? 'active' : 'failed';
  if (to === 'failed') {
    // Of several connectors some may have acted before the crash: what failed is in force nowhere.
    await connector.revert(document, recorder.traceparent);
  }
  await recorder.record({
    stage: to === 'active' ? 'Completed' : 'Failed',
    result: to,
    state_before: document.state,
    state_after: to,
  });
  const closed = await parts.store.move(executing, to);
  await (closed && to === 'failed' && parts.guards.free(document));
}
