import { rightFor, rightsOfRole } from '@spendscope/contracts';
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
    keyGenerator: (request) => request.ip,
  });
  app.decorateRequest('caller', null);
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.open || request.is404) {
      return;
    }
    try {
      request.caller = await identify(services, request);
    } catch (error) {
      services.metrics.identityFailures.inc({ code: error instanceof ApiError ? error.code : 'internal' });
      const limit = await failures(request);
      if (!limit.isAllowed && limit.isExceeded) {
        throw new ApiError(429, 'rate_limited', 'Too many calls without a valid identity. Wait a minute.', {
          headers: { 'retry-after': String(limit.ttlInSeconds) },
          cause: error,
        });
      }
      throw error;
    }
    await authorise(services, request, request.caller);
  });
});

async function identify(services: Services, request: FastifyRequest): Promise<Caller> {
  const { config, keys } = services;
  const instance = channelOf(request.headers.authorization, config.channelTokens);
  if (!instance) {
    throw new ApiError(
      401,
      'channel_required',
      'The channel token is missing or not valid. Check the app’s configuration.'
    );
  }
  const channel = { instance, ip: request.ip, user_agent: (request.headers['user-agent'] ?? '').slice(0, 200) };
  const header = request.headers['x-grafana-id'];
  try {
    const { sub, login, email, role } = await verifyGrafanaId(
      typeof header === 'string' ? header : undefined,
      keys,
      config.grafana
    );
    return { actor: { sub, login, type: 'user', role }, email, rights: rightsOfRole[role], channel };
  } catch (error) {
    if (request.method !== 'GET') {
      const nobody = { sub: 'unknown', login: 'unknown', type: 'user', role: 'none' };
      await recordDenial(services, request, { actor: nobody, rights: [], channel }, 'identity_refused');
    }
    throw error;
  }
}

async function authorise(services: Services, request: FastifyRequest, caller: Caller): Promise<void> {
  // The pattern of the route that matched, not the path as sent: no encoding of it can change the right.
  const right = rightFor(request.method, request.routeOptions.url ?? '');
  if (right && caller.rights.includes(right)) {
    return;
  }
  if (request.method !== 'GET' || right === 'audit:read') {
    await recordDenial(services, request, caller, 'right_missing');
  }
  const missing = right ?? 'none grants this';
  throw new ApiError(403, 'right_missing', `You need the right ${missing}. Ask an administrator.`, { missing });
}

/** @throws ApiError 503 where it cannot be recorded */
async function recordDenial(
  services: Services,
  request: FastifyRequest,
  caller: Caller,
  result: string
): Promise<void> {
  const recorder = await Recorder.open(services.interventions.audit, {
    caller: { actor: caller.actor, channel: caller.channel },
    requestId: request.id,
    action: `${request.method} ${request.routeOptions.url ?? ''}`,
    policyVersion: services.interventions.policy.version,
  });
  await recorder.record({ stage: 'Denied', result });
}
