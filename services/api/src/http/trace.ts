import type { FastifyBaseLogger, FastifyRequest, RawRequestDefaultExpression } from 'fastify';

const invalid = /^0+$/;
const traceparent = /^(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

/**
 * The trace that a call belongs to: of a valid `traceparent` (W3C Trace Context, level 1), else one made of the request
 * id. 32 hex digits in either case, so that nothing else of a caller gets into logs and answers.
 */
export function traceIdOf(header: string | string[] | undefined, requestId: string): string {
  const parts = typeof header === 'string' ? traceparent.exec(header) : null;
  const [, version, trace, parent, , more] = parts ?? [];
  const taken = trace && !invalid.test(trace) && !invalid.test(parent!) && !(version === '00' && more);
  return taken ? trace : requestId.replaceAll('-', '');
}

export const traceOfRequest = (request: FastifyRequest): string => traceIdOf(request.headers.traceparent, request.id);

/** What we answer: the trace, and our own part in it by the end of the request's id. */
export const traceparentOf = (request: FastifyRequest): string =>
  `00-${traceOfRequest(request)}-${request.id.replaceAll('-', '').slice(-16)}-00`;

/** Each line about a request names its trace. */
export const loggerOfTrace = (
  logger: FastifyBaseLogger,
  bindings: { reqId?: string },
  options: object,
  raw: RawRequestDefaultExpression
): FastifyBaseLogger =>
  logger.child({ ...bindings, traceId: traceIdOf(raw.headers.traceparent, bindings.reqId ?? '') }, options);
