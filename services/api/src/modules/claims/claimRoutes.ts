import { ClaimCheck, ClaimFindings } from '@spendscope/contracts';
import type { ApiModule } from '../../http/module';
import { responses } from '../../http/responses';
import { ClaimDesk } from './ClaimDesk';

export const claimRoutes: ApiModule = async (app, { services }) => {
  const desk = new ClaimDesk(services.client);
  app.addHook('onClose', async () => desk.close());

  app.post(
    '/v1/simulations/claims',
    {
      config: { question: true },
      schema: {
        summary: 'Whether the newest run’s customers support beliefs: verdict, effect and a picture of each',
        body: ClaimCheck,
        response: responses({ 200: ClaimFindings }),
      },
    },
    async ({ body }) => desk.check(body)
  );
};
