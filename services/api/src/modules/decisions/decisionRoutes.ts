import { DecisionAnswer, DecisionQuery, tokenPattern } from '@spendscope/contracts';
import Type from 'typebox';
import { ApiError } from '../../http/apiError';
import { checkOnly } from '../../http/checkOnly';
import type { ApiModule } from '../../http/module';
import { responses } from '../../http/responses';
import { sendProblem } from '../../http/sendProblem';
import { loggerOfTrace } from '../../http/trace';
import { ServiceTokens } from '../../identity/ServiceTokens';
import { DecisionCounts } from './DecisionCounts';

const DecisionParams = Type.Object({ userId: Type.String({ pattern: tokenPattern }) });

/** Beside the hooks of the other routes, which wait, record and measure: this is the hot path, and has what it needs. */
export const decisionRoutes: ApiModule = async (app, { services }) => {
  const { decisions, metrics, config, refusedCalls } = services;
  const tokens = new ServiceTokens(config.serviceTokens);
  const counts = new DecisionCounts(metrics.registry);

  // Thousands a second: one that fails is worth a line, the others are counted, and a logger for each would cost a tenth.
  const quiet = app.log.child({}, { level: 'warn' });
  app.setChildLoggerFactory(() => quiet);
  app.setErrorHandler((error, request, reply) => {
    request.log = loggerOfTrace(quiet, { reqId: request.id }, {}, request.raw);
    sendProblem(error, request, reply);
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

  app.get(
    '/v1/decisions/:userId',
    {
      config: { machine: 'service' },
      validatorCompiler: checkOnly,
      schema: {
        summary: 'What a payment system does now: allow, deny or step up',
        params: DecisionParams,
        querystring: DecisionQuery,
        response: responses({ 200: DecisionAnswer }),
      },
    },
    (request, reply) => {
      const answer = decisions.decide(request.params.userId, request.query.transaction);
      counts.count(answer);
      void reply.send(answer);
    }
  );
};
