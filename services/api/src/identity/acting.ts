import type { FastifyRequest } from 'fastify';
import { traceOfRequest } from '../http/trace';
import type { Acting } from '../modules/interventions/parts';

/** The verified caller of a request; the identity hook has let none through without. */
export const actingOf = (request: FastifyRequest): Acting => ({
  caller: request.caller!,
  requestId: request.id,
  trace: traceOfRequest(request),
});
