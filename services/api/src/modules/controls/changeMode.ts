import { randomUUID } from 'node:crypto';
import type { ControlState, ModeRequest } from '@spendscope/contracts';
import { ApiError } from '../../http/apiError';
import type { Answer } from '../../idempotency/idempotent';
import { Recorder } from '../audit/Recorder';
import { afterEffect } from '../interventions/outcomeLost';
import { type Acting, type InterventionParts, recordingFailure } from '../interventions/parts';
import { refuseDenied } from '../interventions/recordEffect';
import type { Controls } from './Controls';

const proposalMs = 3_600_000;

/**
 * Switches the mode when a second person says the same: 202 with the proposal's id for the first, 200 for the second.
 * @throws ApiError 403 on one's own proposal or by policy, 409 where there is none like it or the switch changed meanwhile,
 *   429
 */
export async function changeMode(
  parts: InterventionParts,
  controls: Controls,
  acting: Acting,
  request: ModeRequest
): Promise<Answer> {
  parts.budget.spend(acting, [{ act: 'switch_mode' }]);
  const recorder = await Recorder.open(parts.audit, {
    ...acting,
    action: 'mode.switch',
    policyVersion: parts.policy.version,
    comment: request.reason,
  });
  await refuseDenied(parts, acting, 'switch_mode', recorder);
  const received = { stage: 'Received' as const, result: request.mode, state_before: controls.mode };
  const before = await controls.read('mode');
  const by = acting.caller.actor;
  const refusal = request.confirms ? refusalOf(before?.document.proposal, request, by.sub, parts.now()) : undefined;
  if (refusal) {
    await recorder.record(received, { stage: 'Denied', result: refusal.code });
    throw refusal;
  }
  await recorder.record(received);
  return recordingFailure(recorder, async () => {
    const value = before?.document.value ?? controls.state.configured;
    if (!request.confirms) {
      const proposal = {
        id: randomUUID(),
        value: request.mode,
        reason: request.reason,
        by,
        at: parts.now().toISOString(),
      };
      const kept = { value, reason: before?.document.reason ?? 'as configured', by: before?.document.changed_by ?? by };
      required(await controls.change('mode', before, { ...kept, proposal }));
      await afterEffect('proposal', () => recorder.record({ stage: 'Completed', result: 'proposed' }));
      return { status: 202, body: controls.state satisfies ControlState };
    }
    required(await controls.change('mode', before, { value: request.mode, reason: request.reason, by }));
    await afterEffect('switch', () =>
      recorder.record({ stage: 'Completed', result: request.mode, state_before: value, state_after: request.mode })
    );
    return { status: 200, body: controls.state satisfies ControlState };
  });
}

function refusalOf(
  proposal: { id: string; value: string; by: { sub: string }; at: string } | undefined,
  { mode, confirms }: ModeRequest,
  sub: string,
  now: Date
): ApiError | undefined {
  const waits = proposal?.id === confirms && now.getTime() - Date.parse(proposal!.at) <= proposalMs;
  if (!waits || proposal!.value !== mode) {
    return new ApiError(409, 'proposal_unknown', 'No such change waits for a second person. Propose it again.');
  }
  return proposal!.by.sub === sub
    ? new ApiError(403, 'self_approval', 'Your own proposal needs another person’s word.')
    : undefined;
}

function required<Value>(changed: Value | undefined): Value {
  if (changed === undefined) {
    throw new ApiError(409, 'changed_meanwhile', 'Somebody else has just changed this. Read it again.');
  }
  return changed;
}
