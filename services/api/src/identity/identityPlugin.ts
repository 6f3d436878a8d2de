import { type Right, rightFor, rightsOfRole } from '@spendscope/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { ApiError } from '../http/apiError';
import { traceOfRequest } from '../http/trace';
import { Recorder } from '../modules/audit/Recorder';
import { refuseReadonly } from '../modules/interventions/parts';
import type { Services } from '../services';
import type { Caller, Channel } from './caller';
import { channelOf } from './channelTokens';
import { certifiedName } from './clientCertificate';
import { verifyGrafanaId } from './grafanaIdentity';
import { type Machine, machineActor } from './machines';
import { channelNamed, nobody } from './nobody';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Open to whoever can reach the port: health, metrics and the API's own description. */
    open?: boolean;
    /** For this machine only, by its own credential; no person's token opens it. */
    machine?: Machine;
    /** A POST that only asks: the question is long. */
    question?: boolean;
    /** An act that is taken in read-only mode too. */
    evenReadonly?: boolean;
  }
}

/** Lets nobody through without both proofs and the route's right; a route that no right names is open to nobody. */
export const identityPlugin = fastifyPlugin(async (app: FastifyInstance, { services }: { services: Services }) => {
  app.decorateRequest('caller', null);
  app.addHook('onRequest', async (request) => {
    const { open, machine } = request.routeOptions.config;
    // A signed body is judged where the body is known.
    if (open || machine === 'grafana-alert' || request.is404) {
      return;
    }
    const channel = machine ? undefined : channelOfRequest(services, request);
    try {
      if (machine) {
        request.caller = requireMachine(watcherCaller(services, request));
        return;
      }
      request.caller = await identify(services, request, channel);
      authorise(request, request.caller);
      refuseWhileReadonly(services, request);
    } catch (error) {
      services.metrics.identityFailures.inc({ code: error instanceof ApiError ? error.code : 'internal' });
      // Whoever floods us with refused calls must not flood the audit log through us.
      services.refusedCalls.count(request);
      await recordDenial(services, request, channel, error);
      throw error;
    }
  });
});

/** No right of a person comes with a machine's credential. */
function watcherCaller({ config }: Services, request: FastifyRequest): Caller | null {
  const actor = machineActor('watcher');
  return channelOf(request.headers.authorization, config.watcherTokens)
    ? { actor, rights: [], channel: channelNamed(request, actor.login) }
    : null;
}

/** @throws ApiError 401 */
function requireMachine(caller: Caller | null): Caller {
  if (!caller) {
    throw new ApiError(401, 'credential_required', 'The bearer token is missing or not one for this address.');
  }
  return caller;
}

/** @throws ApiError 403 on an act while the service only reads */
function refuseWhileReadonly({ interventions }: Services, request: FastifyRequest): void {
  const { evenReadonly, question } = request.routeOptions.config;
  if (interventions.mode === 'readonly' && request.method !== 'GET' && !question && !evenReadonly) {
    refuseReadonly(interventions.mode);
  }
}

/** By its token or, where client certificates are asked for, by one of those. Undefined where both are missing or wrong. */
function channelOfRequest({ channelTokens, config }: Services, request: FastifyRequest): Channel | undefined {
  const name = config.tls?.clientCa ? certifiedName(request.raw.socket) : undefined;
  const instance = channelOf(request.headers.authorization, channelTokens.current) ?? (name && `certificate:${name}`);
  return instance === undefined ? undefined : channelNamed(request, instance);
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

/**
 * Records refused acts and refused looks at the audit log; strangers without the channel's token are summed up elsewhere.
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
    trace: traceOfRequest(request),
    action: `${request.method} ${request.routeOptions.url ?? ''}`,
    policyVersion: services.interventions.policy.version,
  });
  await recorder.record({ stage: 'Denied', result: error.code });
}
