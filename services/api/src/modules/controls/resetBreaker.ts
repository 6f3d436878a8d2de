import type { BreakerReset } from '@spendscope/contracts';
import { ApiError } from '../../http/apiError';
import type { Answer } from '../../idempotency/idempotent';
import { Recorder } from '../audit/Recorder';
import { afterEffect } from '../interventions/outcomeLost';
import { type Acting, type InterventionParts, recordingFailure } from '../interventions/parts';
import { refuseDenied } from '../interventions/recordEffect';
import type { Controls } from './Controls';

/** Lets acts through again without a second person. @throws ApiError 403 by policy, 409 where the brake is not on, 429 */
export async function resetBreaker(
  parts: InterventionParts,
  controls: Controls,
  acting: Acting,
  { reason }: BreakerReset
): Promise<Answer> {
  parts.budget.spend(acting, [{ act: 'reset_brake' }]);
  const recorder = await Recorder.open(parts.audit, {
    ...acting,
    action: 'breaker.reset',
    policyVersion: parts.policy.version,
    comment: reason,
  });
  await refuseDenied(parts, acting, 'reset_brake', recorder);
  await recorder.record({ stage: 'Received', result: 'received' });
  return recordingFailure(recorder, async () => {
    const before = await controls.read('breaker');
    if (before?.document.value !== 'open') {
      throw new ApiError(409, 'breaker_closed', 'The brake is not on: there is nothing to reset.');
    }
    const changed = await controls.change('breaker', before, { value: 'closed', reason, by: acting.caller.actor });
    if (!changed) {
      throw new ApiError(409, 'changed_meanwhile', 'Somebody else has just changed this. Read it again.');
    }
    await afterEffect('reset', () =>
      recorder.record({ stage: 'Completed', result: 'closed', state_before: 'open', state_after: 'closed' })
    );
    return { status: 200, body: controls.state };
  });
}
