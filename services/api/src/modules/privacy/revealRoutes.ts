import { RevealRequest, RevealResult } from '@spendscope/contracts';
import type { ApiModule } from '../../http/module';
import { responses } from '../../http/responses';
import { actingOf } from '../../identity/acting';
import { reveal } from './reveal';

export const revealRoutes: ApiModule = async (app, { services }) => {
  // Without an idempotency key: its stored answer would be a second place of the original.
  app.post(
    '/v1/reveals',
    {
      config: { evenReadonly: true },
      schema: {
        summary: 'The original behind a token, with a reason; recorded',
        body: RevealRequest,
        response: responses({ 200: RevealResult }),
      },
    },
    async (request) => reveal(services.interventions, services.client, actingOf(request), request.body)
  );
};
