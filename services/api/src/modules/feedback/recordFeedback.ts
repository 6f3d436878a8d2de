import type { PolicyAct, Target } from '@spendscope/contracts';
import type { Acting, InterventionParts } from '../interventions/parts';
import { refuseReadonly } from '../interventions/parts';
import { recordEffect } from '../interventions/recordEffect';

interface Feedback {
  /** Absent: the right alone decides. */
  policyAct?: PolicyAct;
  action: string;
  /** Absent where an alert named none. */
  target?: Target;
  reasonCode?: string;
  comment?: string;
  result: string;
}

/** Writes feedback between two audit records. @throws ApiError 403 read-only or by policy, 429, 503 where the log is away */
export async function recordFeedback<Result>(
  parts: InterventionParts,
  acting: Acting,
  feedback: Feedback,
  write: () => Promise<Result>
): Promise<Result> {
  refuseReadonly(parts.mode);
  const { policyAct, action, target, reasonCode, comment, result } = feedback;
  const act = { policyAct, action, target, ...(reasonCode ? { reasonCode } : {}), ...(comment ? { comment } : {}) };
  return recordEffect(parts, acting, act, async () => ({ result, answer: await write() }));
}
