import { DecisionAnswer, DecisionQuery, tokenPattern } from '@spendscope/contracts';
import Type from 'typebox';
import type { ApiModule } from '../../http/module';
import { responses } from '../../http/responses';

const DecisionParams = Type.Object({ userId: Type.String({ pattern: tokenPattern }) });

export const decisionRoutes: ApiModule = async (app, { services }) => {
  app.get(
    '/v1/decisions/:userId',
    {
      config: { machine: 'service', rateLimit: false },
      // Thousands a second: one that fails is worth a line, the others are counted.
      logLevel: 'warn',
      schema: {
        summary: 'What a payment system does now: allow, deny or step up',
        params: DecisionParams,
        querystring: DecisionQuery,
        response: responses({ 200: DecisionAnswer }),
      },
    },
    (request, reply) => {
      const answer = services.decisions.decide(request.params.userId, request.query.transaction);
      services.metrics.decisions.inc({ decision: answer.decision, stale: String(answer.stale) });
      void reply.send(answer);
    }
  );
};
