import { type Actor, type Right, rightFor, rightsOfRole } from '@spendscope/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { ApiError } from '../http/apiError';
import { Recorder } from '../modules/audit/Recorder';
import type { Services } from '../services';
import type { Caller } from './caller';
import { channelOf } from './channelTokens';
import { verifyGrafanaId } from './grafanaIdentity';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Open to whoever can reach the port: health, metrics and the API's own description. */
    open?: boolean;
  }
}

const failuresPerMinute = 120;

/** Lets nobody through without both proofs and the route's right; a route that no right names is open to nobody. */
export const identityPlugin = fastifyPlugin(async (app: FastifyInstance, { services }: { services: Services }) => {
  const failures = app.createRateLimit({
    max: failuresPerMinute,
    timeWindow: '1 minute',
    keyGenerator: (request) => request.caller?.actor.sub ?? request.ip,
  });
  app.decorateRequest('caller', null);
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.open || request.is404) {
      return;
    }
    const channel = channelOfRequest(services, request);
    try {
      request.caller = await identify(services, request, channel);
      authorise(request, request.caller);
    } catch (error) {
      services.metrics.identityFailures.inc({ code: error instanceof ApiError ? error.code : 'internal' });
      const limit = await failures(request);
      // Whoever floods us with refused calls must not flood the audit log through us.
      if (!limit.isAllowed && limit.isExceeded) {
        throw new ApiError(429, 'rate_limited', 'Too many refused calls. Wait a minute.', {
          headers: { 'retry-after': String(limit.ttlInSeconds) },
          cause: error,
        });
      }
      await recordDenial(services, request, channel, error);
      throw error;
    }
  });
});

type Channel = Caller['channel'];

/** Undefined where the channel token is missing or wrong. */
function channelOfRequest({ config }: Services, request: FastifyRequest): Channel | undefined {
  const instance = channelOf(request.headers.authorization, config.channelTokens);
  return instance === undefined
    ? undefined
    : { instance, ip: request.ip, user_agent: (request.headers['user-agent'] ?? '').slice(0, 200) };
}

async function identify(services: Services, request: FastifyRequest, channel: Channel | undefined): Promise<Caller> {
  if (!channel) {
    throw new ApiError(
      401,
      'channel_required',
      'The channel token is missing or not valid. Check the app’s configuration.'
    );
  }
  const header = request.headers['x-grafana-id'];
  const token = typeof header === 'string' ? header : undefined;
  const { sub, login, email, role } = await verifyGrafanaId(token, services.keys, services.config.grafana);
  return { actor: { sub, login, type: 'user', role }, email, rights: rightsOfRole[role], channel };
}

function authorise(request: FastifyRequest, caller: Caller): void {
  const right = rightOf(request);
  if (right && caller.rights.includes(right)) {
    return;
  }
  const missing = right ?? 'none grants this';
  throw new ApiError(403, 'right_missing', `You need the right ${missing}. Ask an administrator.`, { missing });
}

/** By the pattern of the route that matched, not the path as sent: no encoding of it can change the right. */
const rightOf = (request: FastifyRequest): Right | undefined =>
  rightFor(request.method, request.routeOptions.url ?? '');

const nobody: Actor = { sub: 'unknown', login: 'unknown', type: 'user', role: 'none' };

/**
 * Records refused acts and refused looks at the audit log; strangers without the channel's token are only counted.
 * @throws ApiError 503 where it cannot be recorded
 */
async function recordDenial(
  services: Services,
  request: FastifyRequest,
  channel: Channel | undefined,
  error: unknown
): Promise<void> {
  const worthIt = request.method !== 'GET' || rightOf(request) === 'audit:read';
  if (!channel || !worthIt || !(error instanceof ApiError) || error.status >= 500) {
    return;
  }
  const recorder = await Recorder.open(services.interventions.audit, {
    caller: { actor: request.caller?.actor ?? nobody, channel },
    requestId: request.id,
    action: `${request.method} ${request.routeOptions.url ?? ''}`,
    policyVersion: services.interventions.policy.version,
  });
  await recorder.record({ stage: 'Denied', result: error.code });
}
