import type { FastifyReply, FastifyRequest } from 'fastify';
import { canonicalize } from 'json-canonicalize';
import { ApiError } from '../http/apiError';
import { sha256 } from '../modules/audit/chain';
import type { IdempotencyKeys } from './IdempotencyKeys';

export interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

/** The act's outcome is open: its key stays taken, so that repeating it resumes it. */
export const outcomeUnknown = 'outcome_unknown';

/**
 * Runs an effect once per Idempotency-Key of a caller, method and path, and replays its answer to whoever repeats it.
 * Refusals are not kept: nothing happened, and asking again may be answered otherwise.
 * @throws ApiError 400 where the header is missing
 */
export async function idempotent(
  keys: IdempotencyKeys,
  request: FastifyRequest,
  reply: FastifyReply,
  effect: (seed: string) => Promise<Answer>
): Promise<unknown> {
  const path = request.url.replace(/\?.*$/, '').replace(/\/$/, '');
  const scope = [request.caller!.actor.sub, request.method, path, keyOf(request)];
  const fingerprint = sha256(canonicalize({ body: request.body ?? null, query: request.query ?? null }));
  const beginning = await keys.begin(scope, fingerprint);
  if (beginning.kind === 'replay') {
    const { status, body } = beginning.answer;
    return reply.code(status).header('idempotent-replayed', 'true').send(JSON.parse(body));
  }
  const { id, held, seed } = beginning;
  let answer: Answer;
  try {
    answer = await effect(seed);
  } catch (error) {
    if (!(error instanceof ApiError && error.code === outcomeUnknown)) {
      await keys.abandon(id, held).catch((cause: unknown) => request.log.warn({ err: cause }, 'idempotency key kept'));
    }
    throw error;
  }
  // The effect is done and recorded: an answer that cannot be kept is still the answer.
  await keys
    .finish(id, held, { status: answer.status, body: JSON.stringify(answer.body) })
    .catch((cause: unknown) => request.log.warn({ err: cause }, 'answer not kept for its idempotency key'));
  return reply
    .code(answer.status)
    .headers(answer.headers ?? {})
    .send(answer.body);
}

function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new ApiError(
      400,
      'idempotency_key_required',
      'Send an Idempotency-Key header of 1 to 255 visible characters.'
    );
  }
  return key;
}
