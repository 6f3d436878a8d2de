import { type Run, RunList, indices, jobKinds, runStatuses } from '@spendscope/contracts';
import Type from 'typebox';
import { newestFirst, reading } from '../../elastic/reading';
import type { ApiModule } from '../../http/module';
import { responses } from '../../http/responses';

const RunQuery = Type.Object(
  {
    size: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 20 })),
    kind: Type.Optional(Type.Enum([...jobKinds])),
    status: Type.Optional(Type.Enum([...runStatuses])),
  },
  { additionalProperties: false }
);
const defaultSize = 20;
const { fields } = indices.runs;
const term = (field: string, value: string | undefined): object[] => (value ? [{ term: { [field]: value } }] : []);

export const runRoutes: ApiModule = async (app, { services }) => {
  app.get(
    '/v1/runs',
    {
      schema: {
        summary: 'Runs of jobs, newest first, of one kind or status where asked',
        querystring: RunQuery,
        response: responses({ 200: RunList }),
      },
    },
    async (request) => {
      const { size, kind, status } = request.query;
      const { hits } = await services.client.search<Run>({
        ...reading(indices.runs),
        size: size ?? defaultSize,
        query: { bool: { filter: [...term(fields.kind, kind), ...term(fields.status, status)] } },
        track_total_hits: true,
        sort: newestFirst(fields.started_at),
      });
      return { items: hits.hits.map((hit) => hit._source!), total: (hits.total as { value: number }).value };
    }
  );
};
