import { StatesRequest, StatesResult, TargetBody, TargetState } from '@spendscope/contracts';
import type { ApiModule } from '../../http/module';
import { responses } from '../../http/responses';

export const stateRoutes: ApiModule = async (app, { services }) => {
  app.get(
    '/v1/targets/:type/:id/state',
    {
      schema: {
        summary: 'What is in force for a target now',
        params: TargetBody,
        response: responses({ 200: TargetState }),
      },
    },
    async (request) => services.states.get(request.params)
  );

  app.post(
    '/v1/states/query',
    {
      config: { question: true },
      schema: {
        summary: 'What is in force for up to 500 targets',
        body: StatesRequest,
        response: responses({ 200: StatesResult }),
      },
    },
    async (request) => ({
      states: await services.states.getMany(request.body.targets),
      asOf: services.now().toISOString(),
    })
  );
};
