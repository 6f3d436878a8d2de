import type { FastifyBaseLogger, FastifyRequest, RawRequestDefaultExpression } from 'fastify';

const invalid = /^0+$/;
const traceparent = /^(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

/** What a call belongs to, of a caller's W3C Trace Context (level 1) or begun by us. */
export interface Trace {
  /** 32 hex digits, so that nothing else of a caller gets into logs, records and answers. */
  id: string;
  /** Whether the caller keeps the trace: whom we call should then keep its part too. We keep none. */
  sampled: boolean;
}

const digitsOf = (requestId: string): string => requestId.replaceAll('-', '');

/** Begun by us: its id is the request's. */
export const ownTrace = (requestId: string): Trace => ({ id: digitsOf(requestId), sampled: false });

/** Of a valid `traceparent`, else our own. */
export function traceOf(header: string | string[] | undefined, requestId: string): Trace {
  const parts = typeof header === 'string' ? traceparent.exec(header) : null;
  const [, version, trace, parent, flags, more] = parts ?? [];
  const taken = trace && !invalid.test(trace) && !invalid.test(parent!) && !(version === '00' && more);
  return taken ? { id: trace, sampled: (Number.parseInt(flags!, 16) & 1) === 1 } : ownTrace(requestId);
}

export const traceIdOf = (header: string | string[] | undefined, requestId: string): string =>
  traceOf(header, requestId).id;

export const traceOfRequest = (request: FastifyRequest): Trace => traceOf(request.headers.traceparent, request.id);

/** A `traceparent` of ours: the trace, and our own part in it by the end of the request's id. */
export const traceparentFor = ({ id, sampled }: Trace, requestId: string): string =>
  `00-${id}-${digitsOf(requestId).slice(-16)}-0${sampled ? 1 : 0}`;

/** What we answer: who called keeps the trace or not, whatever we say. */
export const traceparentOf = (request: FastifyRequest): string =>
  traceparentFor({ ...traceOfRequest(request), sampled: false }, request.id);

/** Each line about a request names its trace. */
export const loggerOfTrace = (
  logger: FastifyBaseLogger,
  bindings: { reqId?: string },
  options: object,
  raw: RawRequestDefaultExpression
): FastifyBaseLogger =>
  logger.child({ ...bindings, traceId: traceIdOf(raw.headers.traceparent, bindings.reqId ?? '') }, options);
