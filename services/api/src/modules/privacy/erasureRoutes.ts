import {
  ErasurePlan,
  ErasureReceipt,
  ErasureRequest,
  OperatorErasurePlan,
  OperatorErasureReceipt,
  OperatorErasureRequest,
} from '@spendscope/contracts';
import Type from 'typebox';
import { effectSchema } from '../../http/effectSchema';
import type { ApiModule } from '../../http/module';
import { idempotent } from '../../idempotency/idempotent';
import { actingOf } from '../../identity/acting';
import { eraseOperator, planOperatorErasure } from './eraseOperator';
import { erasePerson, planErasure } from './erasePerson';

export const erasureRoutes: ApiModule = async (app, { services }) => {
  const { client, idempotency, interventions: parts } = services;
  const erasing = { parts, client, verifier: services.audit.verifier };

  app.post(
    '/v1/erasures',
    {
      // A person's data can lie in millions of documents.
      handlerTimeout: 300_000,
      schema: effectSchema('Erase a person: without `confirm` it only counts, with it it is done', ErasureRequest, {
        200: Type.Union([ErasurePlan, ErasureReceipt]),
      }),
    },
    async (request, reply) => {
      const { token, confirm } = request.body;
      if (confirm === undefined) {
        return planErasure(erasing, actingOf(request), token);
      }
      return idempotent(idempotency, request, reply, async () => ({
        status: 200,
        body: await erasePerson(erasing, actingOf(request), { token, confirm }),
      })) as never;
    }
  );

  app.post(
    '/v1/erasures/operators',
    {
      handlerTimeout: 300_000,
      schema: effectSchema(
        'Erase where a person who acts called from: without `confirm` it only counts, with it it is done',
        OperatorErasureRequest,
        { 200: Type.Union([OperatorErasurePlan, OperatorErasureReceipt]) }
      ),
    },
    async (request, reply) => {
      const { login, confirm } = request.body;
      if (confirm === undefined) {
        return planOperatorErasure(erasing, actingOf(request), login);
      }
      return idempotent(idempotency, request, reply, async () => ({
        status: 200,
        body: await eraseOperator(erasing, actingOf(request), { login, confirm }),
      })) as never;
    }
  );
};
