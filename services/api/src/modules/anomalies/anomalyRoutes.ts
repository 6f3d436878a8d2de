import { AnomalyPage, AnomalyQuery } from '@spendscope/contracts';
import { Cursors } from '../../elastic/Cursors';
import type { ApiModule } from '../../http/module';
import { responses } from '../../http/responses';
import { maskFor } from '../privacy/masking';
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
    async (request) => {
      const mask = maskFor(request.caller!.rights);
      const page = await searchAnomalies(services.client, cursors, request.query, services.now());
      return { ...page, ...mask.note, items: page.items.map((hit) => ({ ...hit, anomaly: mask.of(hit.anomaly) })) };
    }
  );
};
