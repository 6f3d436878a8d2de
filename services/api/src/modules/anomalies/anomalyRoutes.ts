import { AnomalyPage, AnomalyQuery } from '@spendscope/contracts';
import type { ApiModule } from '../../http/module';
import { responses } from '../../http/responses';
import { searchAnomalies } from './searchAnomalies';

export const anomalyRoutes: ApiModule = async (app, { services }) => {
  app.get(
    '/v1/anomalies',
    {
      schema: {
        summary: 'Scored events at or above the floor',
        querystring: AnomalyQuery,
        response: responses({ 200: AnomalyPage }),
      },
    },
    async (request) => searchAnomalies(services.client, request.query)
  );
};
