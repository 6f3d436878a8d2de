import type { Problem } from '@spendscope/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from './problemOf';
import { traceOfRequest } from './trace';

/** Answers any error as a problem, which it returns; what is our own fault is logged with its cause. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): Problem {
  const { problem, headers } = problemOf(error, { requestId: request.id, traceId: traceOfRequest(request).id });
  if (problem.status >= 500) {
    request.log.error({ err: error, code: problem.code }, 'request failed');
  } else {
    request.log.info({ code: problem.code, status: problem.status }, 'request refused');
  }
  void reply.code(problem.status).headers(headers).type('application/problem+json').send(problem);
  return problem;
}
