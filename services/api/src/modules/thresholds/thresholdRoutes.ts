import { ThresholdFindings, ThresholdSimulation } from '@spendscope/contracts';
import type { ApiModule } from '../../http/module';
import { responses } from '../../http/responses';
import { lookBack } from './lookBack';

export const thresholdRoutes: ApiModule = async (app, { services }) => {
  app.post(
    '/v1/simulations/thresholds',
    {
      config: { question: true },
      schema: {
        summary: 'What thresholds of the anomaly score would have meant in the last days: work, precision, alerts',
        body: ThresholdSimulation,
        response: responses({ 200: ThresholdFindings }),
      },
    },
    async ({ body }) => lookBack(services.client, body, services.now())
  );
};
