import type { ReviewVerdict } from '@spendscope/contracts';
import { ApiError } from '../../http/apiError';
import type { Answer } from '../../idempotency/idempotent';
import { recordFeedback } from '../feedback/recordFeedback';
import { requireWellFormed } from '../interventions/checkRequest';
import type { Acting, InterventionParts } from '../interventions/parts';
import type { ReviewStore } from './ReviewStore';

/**
 * A person closes what an alert opened, saying what they found.
 * @throws ApiError 404, 409 where it is closed already or its alert spoke again meanwhile, 503 where it cannot be recorded
 */
export async function closeReview(
  parts: InterventionParts,
  reviews: ReviewStore,
  acting: Acting,
  { id, outcome, comment }: ReviewVerdict & { id: string }
): Promise<Answer> {
  requireWellFormed('comment', comment);
  const known = await reviews.get(id);
  if (!known) {
    throw new ApiError(404, 'review_unknown', 'There is no review item of this id.');
  }
  if (known.document.status === 'done') {
    throw new ApiError(409, 'review_closed', 'The item is closed already. Load the list anew.');
  }
  const { target } = known.document;
  const feedback = { policyAct: 'close_review' as const, action: 'review.close', target, comment, result: outcome };
  const closed = await recordFeedback(parts, acting, feedback, async () => {
    const written = await reviews.close(id, known, outcome, acting.caller.actor);
    if (!written) {
      throw new ApiError(409, 'changed_meanwhile', 'The alert has spoken again, or somebody was faster. Look again.');
    }
    return written;
  });
  return { status: 200, body: closed };
}
