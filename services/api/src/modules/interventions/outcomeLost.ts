import { ApiError } from '../../http/apiError';
import { outcomeUnknown } from '../../idempotency/idempotent';

const waiting = { 'retry-after': '60' };

/** What holds now is not known: the Idempotency-Key stays taken, and reconciliation asks the connector. */
export const outcomeLost = (what: string, cause: unknown): ApiError =>
  new ApiError(503, outcomeUnknown, `Whether the ${what} took hold is not known yet. Ask again in two minutes.`, {
    headers: waiting,
    cause,
  });

/**
 * Runs what follows an effect. Whatever is away now, it must not be answered that nothing was done.
 * @throws ApiError 503 `outcome_unknown` in the place of whatever failed; refusals (4xx) as they are
 */
export async function afterEffect<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ApiError && error.status < 500 ? error : outcomeLost(what, error);
  }
}
