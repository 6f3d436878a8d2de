import { CustomerProfile } from '@spendscope/contracts';
import type { ApiModule } from '../../http/module';
import { IdParams } from '../../http/params';
import { responses } from '../../http/responses';
import { readProfile } from './readProfile';

export const customerRoutes: ApiModule = async (app, { services }) => {
  const { client, states, interventions } = services;
  app.get(
    '/v1/customers/:id',
    {
      schema: {
        summary: 'A customer’s profile and latest events',
        params: IdParams,
        response: responses({ 200: CustomerProfile }),
      },
    },
    async (request) => readProfile({ client, states, store: interventions.store }, request.params.id)
  );
};
