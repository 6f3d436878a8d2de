import { SegmentList } from '@spendscope/contracts';
import type { ApiModule } from '../../http/module';
import { responses } from '../../http/responses';
import { readNewestSegments } from './readNewestSegments';

export const segmentRoutes: ApiModule = async (app, { services }) => {
  app.get(
    '/v1/segments',
    { schema: { summary: 'Clusters of the newest complete run, by rank', response: responses({ 200: SegmentList }) } },
    async () => {
      const segments = await readNewestSegments(services.client);
      return { segments, ...(segments[0] ? { runId: segments[0].run_id } : {}) };
    }
  );
};
