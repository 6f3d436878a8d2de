import { type Segment, SegmentList, indices } from '@spendscope/contracts';
import { reading } from '../../elastic/reading';
import type { ApiModule } from '../../http/module';
import { responses } from '../../http/responses';

const mostSegments = 100;

export const segmentRoutes: ApiModule = async (app, { services }) => {
  app.get(
    '/v1/segments',
    { schema: { summary: 'Clusters of the newest complete run, by rank', response: responses({ 200: SegmentList }) } },
    async () => {
      const { hits } = await services.client.search<Segment>({
        ...reading(indices.segments),
        size: mostSegments,
        sort: [{ [indices.segments.fields.rank]: { order: 'asc', unmapped_type: 'integer' } }],
      });
      const segments = hits.hits.map((hit) => hit._source!);
      return { segments, ...(segments[0] ? { runId: segments[0].run_id } : {}) };
    }
  );
};
