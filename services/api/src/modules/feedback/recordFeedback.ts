import type { Target } from '@spendscope/contracts';
import { Recorder } from '../audit/Recorder';
import type { Acting, InterventionParts } from '../interventions/parts';
import { recordingFailure, refuseReadonly } from '../interventions/parts';

interface Feedback {
  action: string;
  /** Absent where an alert named none. */
  target?: Target;
  reasonCode?: string;
  comment?: string;
  result: string;
}

/** Writes feedback between two audit records. @throws ApiError 403 read-only, 503 where the log is away */
export async function recordFeedback<Result>(
  parts: InterventionParts,
  acting: Acting,
  feedback: Feedback,
  write: () => Promise<Result>
): Promise<Result> {
  refuseReadonly(parts.mode);
  const { action, target, reasonCode, comment, result } = feedback;
  const recorder = await Recorder.open(parts.audit, {
    ...acting,
    action,
    ...(target ? { target } : {}),
    ...(comment ? { comment } : {}),
    policyVersion: parts.policy.version,
    ...(reasonCode ? { reasonCode } : {}),
  });
  await recorder.record({ stage: 'Received', result: 'received' }, { stage: 'Decided', result: 'allow' });
  return recordingFailure(recorder, async () => {
    const written = await write();
    await recorder.record({ stage: 'Completed', result });
    return written;
  });
}
