import { BreakerReset, ControlState, ModeRequest } from '@spendscope/contracts';
import { effectSchema } from '../../http/effectSchema';
import type { ApiModule } from '../../http/module';
import { responses } from '../../http/responses';
import { idempotent } from '../../idempotency/idempotent';
import { actingOf } from '../../identity/acting';
import { changeMode } from './changeMode';
import { resetBreaker } from './resetBreaker';

export const controlRoutes: ApiModule = async (app, { services }) => {
  const { controls, interventions: parts, idempotency } = services;
  // A service that only reads must still be told to act again.
  const config = { evenReadonly: true };

  app.get(
    '/v1/controls',
    { schema: { summary: 'Mode and blast-radius brake', response: responses({ 200: ControlState }) } },
    async () => {
      await controls.refresh();
      return controls.state;
    }
  );

  app.post(
    '/v1/admin/mode',
    {
      config,
      schema: effectSchema('Switch the mode: proposed by one person, confirmed by another', ModeRequest, {
        200: ControlState,
        202: ControlState,
      }),
    },
    async (request, reply) =>
      idempotent(idempotency, request, reply, () =>
        changeMode(parts, controls, actingOf(request), request.body)
      ) as never
  );

  app.post(
    '/v1/admin/breaker',
    {
      config,
      schema: effectSchema('Release the blast-radius brake, with a reason', BreakerReset, { 200: ControlState }),
    },
    async (request, reply) =>
      idempotent(idempotency, request, reply, () =>
        resetBreaker(parts, controls, actingOf(request), request.body)
      ) as never
  );
};
