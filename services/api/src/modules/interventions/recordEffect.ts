import { Recorder } from '../audit/Recorder';
import { afterEffect } from './outcomeLost';
import { type Acting, type InterventionParts, recordingFailure } from './parts';

type Act = Omit<Parameters<typeof Recorder.open>[1], keyof Acting | 'policyVersion'>;

/**
 * Does what is allowed between two audit records: nothing happens unrecorded, and the second record says what came of it.
 *
 * @throws ApiError 503 where the log is away; `outcome_unknown` where it went away after the work was done
 */
export async function recordEffect<Answer>(
  parts: InterventionParts,
  acting: Acting,
  act: Act,
  work: () => Promise<{ result: string; answer: Answer }>
): Promise<Answer> {
  const recorder = await Recorder.open(parts.audit, { ...acting, ...act, policyVersion: parts.policy.version });
  await recorder.record({ stage: 'Received', result: 'received' }, { stage: 'Decided', result: 'allow' });
  return recordingFailure(recorder, async () => {
    const { result, answer } = await work();
    await afterEffect('act', () => recorder.record({ stage: 'Completed', result }));
    return answer;
  });
}
