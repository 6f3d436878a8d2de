import {
  type Suppression,
  SuppressionEntry,
  SuppressionList,
  SuppressionRequest,
  indices,
} from '@spendscope/contracts';
import { VersionedDocuments } from '@spendscope/elastic';
import Type from 'typebox';
import { ApiError } from '../../http/apiError';
import { effectSchema } from '../../http/effectSchema';
import type { ApiModule } from '../../http/module';
import { IdParams } from '../../http/params';
import { responses } from '../../http/responses';
import { idempotent } from '../../idempotency/idempotent';
import { actingOf } from '../../identity/acting';
import { sha256 } from '../audit/chain';
import { recordFeedback } from './recordFeedback';
import { searchSuppressions } from './searchSuppressions';

const index = indices.suppressions.name;
const dayMs = 86_400_000;
const mostSuppressions = 500;

export const suppressionRoutes: ApiModule = async (app, { services }) => {
  const { client, interventions: parts, idempotency, now } = services;
  const documents = new VersionedDocuments<Suppression>(client, index);

  app.post(
    '/v1/suppressions',
    {
      schema: effectSchema('Keep an entity out of the anomaly table for a time', SuppressionRequest, {
        201: SuppressionEntry,
      }),
    },
    async (request, reply) =>
      idempotent(idempotency, request, reply, async (seed) => {
        const { target, scope = 'all', reasonCode, days } = request.body;
        const id = `sup-${sha256(seed).slice(0, 24)}`;
        const suppression: Suppression = {
          target,
          scope,
          reason_code: reasonCode,
          by: request.caller!.actor,
          at: now().toISOString(),
          until: new Date(now().getTime() + days * dayMs).toISOString(),
        };
        const about = { action: 'suppress', target, reasonCode, result: `${days} days` };
        const feedback = { policyAct: 'suppress' as const, ...about };
        await recordFeedback(parts, actingOf(request), feedback, () => documents.create(id, suppression));
        return { status: 201, body: { id, suppression } };
      }) as never
  );

  app.get(
    '/v1/suppressions',
    { schema: { summary: 'Suppressions in force', response: responses({ 200: SuppressionList }) } },
    async () => searchSuppressions(client, now(), mostSuppressions)
  );

  app.delete(
    '/v1/suppressions/:id',
    { schema: { summary: 'End a suppression', params: IdParams, response: responses({ 204: Type.Null() }) } },
    async (request, reply) => {
      const { id } = request.params;
      const known = await documents.get(id);
      if (!known) {
        throw new ApiError(404, 'suppression_unknown', 'There is no suppression of this id.');
      }
      const { target } = known.document;
      const feedback = { policyAct: 'suppress' as const, action: 'suppress.revoke', target, result: 'revoked' };
      await recordFeedback(parts, actingOf(request), feedback, () =>
        documents.replace(id, { ...known.document, revoked: true }, known.version)
      );
      return reply.code(204).send(null as never);
    }
  );
};
