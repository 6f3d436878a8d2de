import {
  BatchRequest,
  BatchResult,
  DryRunResult,
  InterventionList,
  InterventionQuery,
  InterventionRequest,
  InterventionResult,
  ShortInterventionRequest,
} from '@spendscope/contracts';
import Type from 'typebox';
import { EffectHeaders, effectSchema } from '../../http/effectSchema';
import { etagOf } from '../../http/etag';
import type { ApiModule } from '../../http/module';
import { IdParams } from '../../http/params';
import { responses } from '../../http/responses';
import { idempotent } from '../../idempotency/idempotent';
import { actingOf } from '../../identity/acting';
import { createBatch } from './createBatch';
import { createIntervention } from './createIntervention';
import { expandShortForm } from './expandShortForm';
import { requireIntervention } from './lookup';
import { planIntervention } from './planIntervention';

const DryRunQuery = Type.Object({ dryRun: Type.Optional(Type.Boolean()) }, { additionalProperties: false });
const created = { 200: InterventionResult, 201: InterventionResult, 202: InterventionResult };

export const interventionRoutes: ApiModule = async (app, { services }) => {
  const { interventions: parts, idempotency } = services;

  app.post(
    '/v1/interventions',
    {
      schema: {
        summary: 'Lock, block or ask for more authentication',
        headers: EffectHeaders,
        querystring: DryRunQuery,
        body: InterventionRequest,
        response: responses({ ...created, 200: Type.Union([InterventionResult, DryRunResult]) }),
      },
    },
    async (request, reply) => {
      const acting = actingOf(request);
      if (request.query.dryRun) {
        return planIntervention(parts, acting, request.body);
      }
      return idempotent(idempotency, request, reply, (seed) =>
        createIntervention(parts, acting, request.body, { seed })
      ) as never;
    }
  );

  app.post(
    '/v1/interventions/batch',
    {
      schema: effectSchema('Up to 100 interventions, each with its own result', BatchRequest, { 200: BatchResult }),
    },
    async (request, reply) =>
      idempotent(idempotency, request, reply, (seed) =>
        createBatch(parts, actingOf(request), request.body.items, seed)
      ) as never
  );

  app.post(
    '/v1/intervene',
    {
      schema: effectSchema(
        'The short form of an intervention: user, action, reason',
        ShortInterventionRequest,
        created
      ),
    },
    async (request, reply) =>
      idempotent(idempotency, request, reply, (seed) =>
        createIntervention(parts, actingOf(request), expandShortForm(request.body), { seed })
      ) as never
  );

  app.get(
    '/v1/interventions',
    {
      schema: {
        summary: 'Interventions, newest first',
        querystring: InterventionQuery,
        response: responses({ 200: InterventionList }),
      },
    },
    async (request) => parts.store.list(request.query)
  );

  app.get(
    '/v1/interventions/:id',
    {
      schema: {
        summary: 'One intervention, with its ETag',
        params: IdParams,
        response: responses({ 200: InterventionResult }),
      },
    },
    async (request, reply) => {
      const known = await requireIntervention(parts.store, request.params.id);
      reply.header('etag', etagOf(known.version));
      return { intervention: known.document };
    }
  );
};
