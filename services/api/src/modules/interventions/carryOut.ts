import { ApiError } from '../../http/apiError';
import type { Recorder } from '../audit/Recorder';
import type { VersionedIntervention } from './InterventionStore';
import { afterEffect, outcomeLost } from './outcomeLost';
import type { InterventionParts } from './parts';
import { isOver } from './stateMachine';

/**
 * Puts an executing intervention in force. The outcome is recorded before the last move, so that an intervention is
 * never active without its record; what a crash leaves executing, reconciliation closes.
 * @throws ApiError 503 `outcome_unknown` where the connector's answer was lost, or could not be recorded
 */
export async function carryOut(
  parts: InterventionParts,
  executing: VersionedIntervention,
  recorder: Recorder
): Promise<VersionedIntervention> {
  const { document } = executing;
  const connector = parts.connectorFor(document.mode, document.action);
  try {
    await connector.apply(document, recorder.traceparent);
  } catch (error) {
    // Everybody who may look at interventions reads this: the kind of fault, no addresses.
    const failure = `${connector.name}: ${error instanceof Error ? error.name : 'unknown'}`;
    await parts.store.move(executing, 'unknown', { failure }).catch(() => undefined);
    throw outcomeLost('intervention', error);
  }
  return afterEffect('intervention', async () => {
    await recorder.record(
      { stage: 'Executed', result: document.mode, interventionId: document.id },
      {
        stage: 'Completed',
        result: 'active',
        state_before: 'executing',
        state_after: 'active',
        interventionId: document.id,
      }
    );
    const active = await parts.store.move(executing, 'active');
    parts.counted(document.action, 'active');
    return active ?? (await afterLostRace(parts, document.id, recorder.traceparent));
  });
}

/** Reconciliation was faster: its word counts, and what it gave up must not stay in force. */
async function afterLostRace(
  parts: InterventionParts,
  id: string,
  traceparent: string
): Promise<VersionedIntervention> {
  const now = await parts.store.get(id);
  if (!now || isOver(now.document.state)) {
    if (now) {
      await parts.connectorFor(now.document.mode, now.document.action).revert(now.document, traceparent);
    }
    throw new ApiError(409, 'given_up', 'The intervention took too long and was given up. Ask for it again.');
  }
  return now;
}

/**
 * Takes a releasing intervention out of force and frees its target.
 * @throws ApiError 503 `outcome_unknown` where the connector's answer was lost, or could not be recorded: it stays releasing
 *   and is tried again
 */
export async function takeBack(
  parts: InterventionParts,
  releasing: VersionedIntervention,
  to: 'released' | 'expired',
  recorder: Recorder
): Promise<VersionedIntervention> {
  const { document } = releasing;
  try {
    await parts.connectorFor(document.mode, document.action).revert(document, recorder.traceparent);
  } catch (error) {
    throw outcomeLost('release', error);
  }
  return afterEffect('release', async () => {
    await recorder.record(
      { stage: 'Executed', result: document.mode, interventionId: document.id },
      { stage: 'Completed', result: to, state_before: 'releasing', state_after: to, interventionId: document.id }
    );
    const over = (await parts.store.move(releasing, to)) ?? (await parts.store.get(document.id));
    await parts.guards.free(document);
    parts.counted(document.action, to);
    return over!;
  });
}
