import { type Run, RunList, indices } from '@spendscope/contracts';
import Type from 'typebox';
import { newestFirst, reading } from '../../elastic/reading';
import type { ApiModule } from '../../http/module';
import { responses } from '../../http/responses';

const RunQuery = Type.Object(
  { size: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 20 })) },
  { additionalProperties: false }
);
const defaultSize = 20;

export const runRoutes: ApiModule = async (app, { services }) => {
  app.get(
    '/v1/runs',
    { schema: { summary: 'Runs of jobs, newest first', querystring: RunQuery, response: responses({ 200: RunList }) } },
    async (request) => {
      const { hits } = await services.client.search<Run>({
        ...reading(indices.runs),
        size: request.query.size ?? defaultSize,
        track_total_hits: true,
        sort: newestFirst(indices.runs.fields.started_at),
      });
      return { items: hits.hits.map((hit) => hit._source!), total: (hits.total as { value: number }).value };
    }
  );
};
