import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../http/apiError';
import { loggerOfTrace } from '../http/trace';
import type { Services } from '../services';
import { ServiceTokens } from './ServiceTokens';

/**
 * Opens the routes beside it to programs with a service token only, without the hooks of the other routes, which wait,
 * record and measure: a hot path has what it needs.
 *
 * @param send answers an error
 */
export function requireService(
  app: FastifyInstance,
  { config, metrics, refusedCalls }: Services,
  send: (error: unknown, request: FastifyRequest, reply: FastifyReply) => unknown
): void {
  const tokens = new ServiceTokens(config.serviceTokens);
  // Thousands a second: one that fails is worth a line, the others are counted, and a logger for each would cost a tenth.
  const quiet = app.log.child({}, { level: 'warn' });
  app.setChildLoggerFactory(() => quiet);
  app.setErrorHandler((error, request, reply) => {
    request.log = loggerOfTrace(quiet, { reqId: request.id }, {}, request.raw);
    send(error, request, reply);
  });
  app.addHook('onRequest', (request, reply, done) => {
    void reply.header('cache-control', 'no-store');
    if (tokens.knows(request.headers.authorization)) {
      done();
      return;
    }
    metrics.identityFailures.inc({ code: 'credential_required' });
    refusedCalls.count(request);
    done(new ApiError(401, 'credential_required', 'The bearer token is missing or not one for this address.'));
  });
}
