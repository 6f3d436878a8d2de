import { DecisionAnswer, DecisionQuery, tokenPattern } from '@spendscope/contracts';
import Type from 'typebox';
import { checkOnly } from '../../http/checkOnly';
import type { ApiModule } from '../../http/module';
import { responses } from '../../http/responses';
import { sendProblem } from '../../http/sendProblem';
import { requireService } from '../../identity/requireService';
import { DecisionCounts } from './DecisionCounts';

const DecisionParams = Type.Object({ userId: Type.String({ pattern: tokenPattern }) });

export const decisionRoutes: ApiModule = async (app, { services }) => {
  const { decisions, metrics } = services;
  const counts = new DecisionCounts(metrics.registry);
  requireService(app, services, sendProblem);

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
