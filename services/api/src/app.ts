import { randomUUID } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type RouteOptions,
} from 'fastify';
import { isAllowed } from './config/allowedNetworks';
import { tlsOptions } from './config/tls';
import { ApiError } from './http/apiError';
import { answerClientError } from './http/clientError';
import type { ApiModule } from './http/module';
import { describeApi, openApiRoutes } from './http/openApi';
import { defaultBudget, rateLimits } from './http/rateLimits';
import { sendProblem } from './http/sendProblem';
import { refuseUnknownQuery } from './http/strictQuery';
import { loggerOfTrace, traceparentOf } from './http/trace';
import { identityPlugin } from './identity/identityPlugin';
import { actionRoutes } from './modules/actions/actionRoutes';
import { anomalyRoutes } from './modules/anomalies/anomalyRoutes';
import { approvalRoutes } from './modules/approvals/approvalRoutes';
import { auditRoutes } from './modules/audit/auditRoutes';
import { benefitRoutes } from './modules/benefits/benefitRoutes';
import { claimRoutes } from './modules/claims/claimRoutes';
import { controlRoutes } from './modules/controls/controlRoutes';
import { customerRoutes } from './modules/customers/customerRoutes';
import { decisionRoutes } from './modules/decisions/decisionRoutes';
import { extensionRoutes } from './modules/extensions/extensionRoutes';
import { labelRoutes } from './modules/feedback/labelRoutes';
import { suppressionRoutes } from './modules/feedback/suppressionRoutes';
import { healthRoutes } from './modules/health/healthRoutes';
import { hookRoutes } from './modules/hooks/hookRoutes';
import { reviewRoutes } from './modules/hooks/reviewRoutes';
import { inferenceRoutes } from './modules/inference/inferenceRoutes';
import { interventionRoutes } from './modules/interventions/interventionRoutes';
import { jobRoutes } from './modules/jobs/jobRoutes';
import { modelRoutes } from './modules/models/modelRoutes';
import { personaRoutes } from './modules/personas/personaRoutes';
import { pointRoutes } from './modules/points/pointRoutes';
import { policyRoutes } from './modules/policy/policyRoutes';
import { erasureRoutes } from './modules/privacy/erasureRoutes';
import { exportRoutes } from './modules/privacy/exportRoutes';
import { revealRoutes } from './modules/privacy/revealRoutes';
import { releaseRoutes } from './modules/releases/releaseRoutes';
import { runRoutes } from './modules/runs/runRoutes';
import { segmentRoutes } from './modules/segments/segmentRoutes';
import { stateRoutes } from './modules/states/stateRoutes';
import { thresholdRoutes } from './modules/thresholds/thresholdRoutes';
import type { Services } from './services';

const bodyLimit = 64 * 1024;
const handlerTimeoutMs = 60_000;
const modules = [
  interventionRoutes,
  releaseRoutes,
  extensionRoutes,
  approvalRoutes,
  stateRoutes,
  actionRoutes,
  auditRoutes,
  anomalyRoutes,
  customerRoutes,
  segmentRoutes,
  pointRoutes,
  personaRoutes,
  runRoutes,
  jobRoutes,
  modelRoutes,
  labelRoutes,
  suppressionRoutes,
  healthRoutes,
  policyRoutes,
  claimRoutes,
  benefitRoutes,
  thresholdRoutes,
  controlRoutes,
  hookRoutes,
  reviewRoutes,
  openApiRoutes,
  revealRoutes,
  exportRoutes,
  erasureRoutes,
];

/** The whole server, not listening yet; `logger` is where it logs, `onRoute` hears of each route. */
export async function buildApp(
  services: Services,
  logger?: FastifyBaseLogger,
  onRoute: (route: RouteOptions) => void = () => undefined
): Promise<FastifyInstance> {
  const app = fastify({
    ...(logger ? { loggerInstance: logger } : { logger: false }),
    ...(services.config.tls ? { https: tlsOptions(services.config.tls) } : {}),
    bodyLimit,
    // An inbound request id could forge log lines and records: ours alone counts.
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    childLoggerFactory: loggerOfTrace,
    requestTimeout: 30_000,
    exposeHeadRoutes: false,
    clientErrorHandler: (error, socket) => answerClientError(error, socket, logger),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => refuse(services, error, request, reply),
  }).withTypeProvider<TypeBoxTypeProvider>();

  app.addHook('onRoute', refuseUnknownQuery);
  app.addHook('onRoute', onRoute);
  // Bodies are JSON or nothing: a form or plain text is what a foreign page can send without asking.
  app.removeContentTypeParser('text/plain');
  // Refuses unknown fields instead of dropping them, and never changes a body.
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  // Schemas describe; a field that one of them forgot must not vanish from the answer.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.setErrorHandler<FastifyError>((error, request, reply) => refuse(services, error, request, reply));
  refuseOtherNetworks(app, services);
  await describeApi(app);
  await app.register(decisionRoutes, { services });
  await app.register(inferenceRoutes, { services });
  await app.register(guardedRoutes, { services });
  return app;
}

function refuse({ refusals }: Services, error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  refusals.note(request, sendProblem(error, request, reply));
}

/** Before anything is read or answered, health and metrics too: whoever asks for those is named as well. */
function refuseOtherNetworks(app: FastifyInstance, { config, metrics }: Services): void {
  const { allowedNetworks } = config;
  if (!allowedNetworks) {
    return;
  }
  app.addHook('onRequest', (request, _reply, done) => {
    if (isAllowed(allowedNetworks, request.ip)) {
      done();
      return;
    }
    metrics.identityFailures.inc({ code: 'address_refused' });
    done(new ApiError(403, 'address_refused', 'Calls from this address are not taken.'));
  });
}

/** Every route but the hot path: bounded in time and number, identified, measured. */
const guardedRoutes: ApiModule = async (app, { services }) => {
  app.addHook('onRoute', (route) => {
    route.handlerTimeout ??= handlerTimeoutMs;
  });
  app.setNotFoundHandler((request, reply) => {
    refuse(services, Object.assign(new Error('not found'), { statusCode: 404 }), request, reply);
  });
  app.addHook('onSend', async (request, reply) => {
    reply.headers({
      'x-request-id': request.id,
      traceparent: traceparentOf(request),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });
  app.addHook('onResponse', async (request, reply) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode };
    services.metrics.requestSeconds.observe(labels, reply.elapsedTime / 1_000);
  });
  await app.register(rateLimit, rateLimits(services.config.requestBudget ?? defaultBudget));
  await app.register(identityPlugin, { services });
  for (const module of modules) {
    await app.register(module, { services });
  }
};
