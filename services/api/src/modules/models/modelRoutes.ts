import {
  ModelDecision,
  ModelHistory,
  ModelList,
  ModelParams,
  ModelRequestParams,
  ModelRequestResult,
  ModelVersionDetail,
  ModelVersionParams,
  PromotionRequest,
  RollbackRequest,
} from '@spendscope/contracts';
import { aliasOf } from '@spendscope/registry';
import type { FastifyRequest } from 'fastify';
import { ApiError } from '../../http/apiError';
import { ConditionalHeaders, effectSchema } from '../../http/effectSchema';
import type { ApiModule } from '../../http/module';
import { responses } from '../../http/responses';
import { idempotent } from '../../idempotency/idempotent';
import { actingOf } from '../../identity/acting';
import { ModelRequests } from './ModelRequests';
import { askForModel } from './askForModel';
import { decideModel } from './decideModel';
import { tagOf } from './historyTag';
import { listModels } from './listModels';
import type { ModelParts } from './modelParts';
import { overRegistry } from './overRegistry';

const asked = { params: ModelParams, headers: ConditionalHeaders, response: responses({ 202: ModelRequestResult }) };

export const modelRoutes: ApiModule = async (app, { services }) => {
  const { client, registry, interventions, idempotency, inference } = services;
  const requests = new ModelRequests(client);
  const partsOf = (request: FastifyRequest): ModelParts => ({
    ...{ client, registry, requests, acts: interventions },
    changed: () => inference.refresh(),
    warn: (error, what) => request.log.warn({ err: error }, what),
  });
  /** @throws ApiError 404 */
  const requireName = async (name: string): Promise<void> => {
    if (!(await overRegistry(() => registry.knows(name)))) {
      throw new ApiError(404, 'model_unknown', `There is no model called ${name}.`);
    }
  };

  app.get(
    '/v1/models',
    {
      schema: {
        summary:
          'Models by name: versions with their cards, what is live and the shadow, what waits for a second person',
        response: responses({ 200: ModelList }),
      },
    },
    async (request) => listModels(partsOf(request))
  );

  app.get(
    '/v1/models/:name/history',
    {
      schema: {
        summary: 'What was live of a model: since when, by whom and why; newest first, each entry checked',
        params: ModelParams,
        response: responses({ 200: ModelHistory }),
      },
    },
    async (request, reply) => {
      const { name } = request.params;
      await requireName(name);
      const entries = await overRegistry(() => registry.history(name));
      return reply.header('etag', tagOf(entries.length)).send({ name, items: [...entries].reverse() }) as never;
    }
  );

  app.get(
    '/v1/models/:name/versions/:version',
    {
      schema: {
        summary: 'A version of a model with its card, its file checked',
        params: ModelVersionParams,
        response: responses({ 200: ModelVersionDetail }),
      },
    },
    async (request) => {
      const { name, version } = request.params;
      return overRegistry(async () => {
        const ref = await registry.find(name, version);
        const { format, version: formatVersion, features, card } = await registry.readRef(ref);
        const alias = aliasOf(await registry.head(name), ref.file);
        return { ...ref, ...(alias ? { alias } : {}), format, formatVersion, features, card };
      });
    }
  );

  app.post(
    '/v1/models/:name/promotions',
    { schema: { ...asked, summary: 'Ask for another live version; a second person decides', body: PromotionRequest } },
    async (request, reply) => {
      const { params, body, headers } = request;
      return idempotent(idempotency, request, reply, (seed) =>
        askForModel(partsOf(request), actingOf(request), {
          ...{ name: params.name, kind: 'promotion', ...body, ifMatch: headers['if-match'], seed },
        })
      ) as never;
    }
  );

  app.post(
    '/v1/models/:name/rollbacks',
    {
      schema: { ...asked, summary: 'Ask for what was live before; a second person decides', body: RollbackRequest },
    },
    async (request, reply) => {
      const { params, body, headers } = request;
      return idempotent(idempotency, request, reply, (seed) =>
        askForModel(partsOf(request), actingOf(request), {
          ...{ name: params.name, kind: 'rollback', ...body, ifMatch: headers['if-match'], seed },
        })
      ) as never;
    }
  );

  app.post(
    '/v1/models/:name/requests/:id',
    {
      schema: {
        ...effectSchema('Approve, reject or take back what was asked for', ModelDecision, { 200: ModelRequestResult }),
        params: ModelRequestParams,
      },
    },
    async (request, reply) =>
      idempotent(idempotency, request, reply, () =>
        decideModel(partsOf(request), actingOf(request), { ...request.params, ...request.body })
      ) as never
  );
};
