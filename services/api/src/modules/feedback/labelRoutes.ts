import { type Label, LabelEntry, LabelList, LabelRequest, indices, tokenPattern } from '@spendscope/contracts';
import { isMissing } from '@spendscope/elastic';
import Type from 'typebox';
import { newestFirst } from '../../elastic/reading';
import { ApiError } from '../../http/apiError';
import { effectSchema } from '../../http/effectSchema';
import type { ApiModule } from '../../http/module';
import { IdParams } from '../../http/params';
import { responses } from '../../http/responses';
import { idempotent } from '../../idempotency/idempotent';
import { actingOf } from '../../identity/acting';
import { sha256 } from '../audit/chain';
import { recordFeedback } from './recordFeedback';

const index = indices.labels.name;
const fields = indices.labels.fields;
const mostLabels = 200;
const LabelQuery = Type.Object(
  {
    anomalyId: Type.Optional(Type.String({ pattern: tokenPattern })),
    user: Type.Optional(Type.String({ pattern: tokenPattern })),
  },
  { additionalProperties: false }
);

export const labelRoutes: ApiModule = async (app, { services }) => {
  const { client, interventions: parts, idempotency, now } = services;

  app.post(
    '/v1/labels',
    {
      schema: effectSchema('Say whether an anomaly was one', LabelRequest, { 201: LabelEntry }),
    },
    async (request, reply) =>
      idempotent(idempotency, request, reply, async () => {
        const { anomalyId, user, label } = request.body;
        const { actor } = request.caller!;
        // One verdict per person and anomaly: the later one replaces the earlier.
        const id = sha256(`${actor.sub} ${anomalyId}`).slice(0, 32);
        const document: Label = { anomaly_id: anomalyId, user_id: user, label, by: actor, at: now().toISOString() };
        const target = { type: 'account' as const, id: user };
        const feedback = { policyAct: 'label' as const, action: 'label', target, result: label };
        await recordFeedback(parts, actingOf(request), feedback, () => client.index({ index, id, document }));
        return { status: 201, body: { id, label: document } };
      }) as never
  );

  app.get(
    '/v1/labels',
    { schema: { summary: 'Verdicts, newest first', querystring: LabelQuery, response: responses({ 200: LabelList }) } },
    async ({ query }) => {
      await client.indices.refresh({ index });
      const { hits } = await client.search<Label>({
        index,
        size: mostLabels,
        track_total_hits: true,
        sort: newestFirst(fields.at),
        query: {
          bool: {
            filter: [
              ...(query.anomalyId ? [{ term: { [fields.anomaly_id]: query.anomalyId } }] : []),
              ...(query.user ? [{ term: { [fields.user_id]: query.user } }] : []),
            ],
          },
        },
      });
      const items = hits.hits.map((hit) => ({ id: hit._id!, label: hit._source! }));
      return { items, total: (hits.total as { value: number }).value };
    }
  );

  app.delete(
    '/v1/labels/:id',
    { schema: { summary: 'Take a verdict back', params: IdParams, response: responses({ 204: Type.Null() }) } },
    async (request, reply) => {
      const { id } = request.params;
      const known = await client.get<Label>({ index, id }).catch((error: unknown) => {
        throw isMissing(error)
          ? new ApiError(404, 'label_unknown', 'There is no label of this id.', { cause: error })
          : error;
      });
      const target = { type: 'account' as const, id: known._source!.user_id };
      const feedback = { policyAct: 'label' as const, action: 'label.delete', target, result: 'deleted' };
      await recordFeedback(parts, actingOf(request), feedback, () => client.delete({ index, id }, { ignore: [404] }));
      return reply.code(204).send(null as never);
    }
  );
};
