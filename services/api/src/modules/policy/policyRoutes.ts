import { PolicyReport, PolicySimulation, PolicyVerdicts } from '@spendscope/contracts';
import type { ApiModule } from '../../http/module';
import { responses } from '../../http/responses';
import { simulatePolicy } from '../../policy/simulatePolicy';

export const policyRoutes: ApiModule = async (app, { services }) => {
  const { policy } = services;

  app.get(
    '/v1/policy',
    { schema: { summary: 'The policy in force', response: responses({ 200: PolicyReport }) } },
    async () => policy.state
  );

  app.post(
    '/v1/simulations/policy',
    {
      config: { question: true },
      schema: {
        summary: 'What a policy would say of acts; changes nothing',
        body: PolicySimulation,
        response: responses({ 200: PolicyVerdicts }),
      },
    },
    async ({ body }) => simulatePolicy(body.policy ?? policy.current, body.cases)
  );
};
