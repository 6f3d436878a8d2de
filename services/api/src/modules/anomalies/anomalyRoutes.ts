import { AnomalyPage, AnomalyQuery } from '@spendscope/contracts';
import { Cursors } from '../../elastic/Cursors';
import type { ApiModule } from '../../http/module';
import { responses } from '../../http/responses';
import { searchAnomalies } from './searchAnomalies';

export const anomalyRoutes: ApiModule = async (app, { services }) => {
  const cursors = new Cursors(services.audit.keys.hashing, 'anomalies');
  app.get(
    '/v1/anomalies',
    {
      schema: {
        summary: 'Scored events at or above the floor',
        querystring: AnomalyQuery,
        response: responses({ 200: AnomalyPage }),
      },
    },
    async (request) => searchAnomalies(services.client, cursors, request.query, services.now())
  );
};
