import { SegmentComparison, SegmentComparisonQuery, SegmentList, SegmentRunList } from '@spendscope/contracts';
import type { ApiModule } from '../../http/module';
import { responses } from '../../http/responses';
import { readNewestSegments } from './readNewestSegments';
import { savedSegmentRoutes } from './saved/savedSegmentRoutes';
import { compareSegments, listSegmentRuns } from './segmentRuns';

export const segmentRoutes: ApiModule = async (app, { services }) => {
  app.get(
    '/v1/segments',
    { schema: { summary: 'Clusters of the newest complete run, by rank', response: responses({ 200: SegmentList }) } },
    async () => {
      const segments = await readNewestSegments(services.client);
      return { segments, ...(segments[0] ? { runId: segments[0].run_id } : {}) };
    }
  );

  app.get(
    '/v1/segments/runs',
    { schema: { summary: 'Runs whose segments are still kept', response: responses({ 200: SegmentRunList }) } },
    async () => listSegmentRuns(services.client)
  );

  app.get(
    '/v1/segments/comparison',
    {
      schema: {
        summary: 'The segments of an earlier run, and who moved where since',
        querystring: SegmentComparisonQuery,
        response: responses({ 200: SegmentComparison }),
      },
    },
    async (request) => compareSegments(services.client, request.query.with)
  );

  await app.register(savedSegmentRoutes, { services });
};
