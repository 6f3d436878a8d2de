import type { PolicyAct } from '@spendscope/contracts';
import { Recorder } from '../audit/Recorder';
import { afterEffect } from './outcomeLost';
import { type Acting, type InterventionParts, policyRefusal, recordingFailure } from './parts';

type Act = Omit<Parameters<typeof Recorder.open>[1], keyof Acting | 'policyVersion'> & {
  /** What the policy is asked; absent: the right alone decides. */
  policyAct?: PolicyAct;
};

/**
 * Does what is allowed between two audit records: nothing happens unrecorded, and the second record says what came of it.
 *
 * @throws ApiError 403 by policy, 429, 503 where the log is away; `outcome_unknown` where it went away after the work was done
 */
export async function recordEffect<Answer>(
  parts: InterventionParts,
  acting: Acting,
  act: Act,
  work: () => Promise<{ result: string; answer: Answer }>
): Promise<Answer> {
  const { policyAct, ...about } = act;
  if (policyAct) {
    parts.budget.spend(acting, [{ act: policyAct }]);
  }
  const recorder = await Recorder.open(parts.audit, { ...acting, ...about, policyVersion: parts.policy.version });
  await (policyAct && refuseDenied(parts, acting, policyAct, recorder));
  await recorder.record({ stage: 'Received', result: 'received' }, { stage: 'Decided', result: 'allow' });
  return recordingFailure(recorder, async () => {
    const { result, answer } = await work();
    await afterEffect('act', () => recorder.record({ stage: 'Completed', result }));
    return answer;
  });
}

/** Puts on record that the policy denies the act. @throws ApiError 403 where it does */
export async function refuseDenied(
  parts: InterventionParts,
  acting: Acting,
  act: PolicyAct,
  recorder: Recorder
): Promise<void> {
  const denial = policyRefusal(parts, acting, { act });
  if (denial) {
    await recorder.record({ stage: 'Received', result: 'received' }, { stage: 'Denied', result: denial.code });
    throw denial;
  }
}
