import { type InferenceError, inferenceBodyBytes } from '@spendscope/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from '../../http/problemOf';
import { traceOfRequest } from '../../http/trace';

/** Answers any error in the protocol’s form; what is our own fault is logged with its cause. */
export function sendInferenceError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { problem, headers } = problemOf(error, { requestId: request.id, traceId: traceOfRequest(request).id });
  if (problem.status >= 500 && problem.status !== 501) {
    request.log.error({ err: error, code: problem.code }, 'request failed');
  }
  const detail =
    problem.code === 'body_too_large'
      ? `The body is larger than ${inferenceBodyBytes / 1024 / 1024} MB. Send fewer rows at once.`
      : problem.detail;
  const body: InferenceError = { error: detail, code: problem.code, requestId: request.id };
  void reply.code(problem.status).headers(headers).send(body);
}
