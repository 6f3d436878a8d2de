import { type Customer, CustomerProfile } from '@spendscope/contracts';
import type { ApiModule } from '../../http/module';
import { IdParams } from '../../http/params';
import { responses } from '../../http/responses';
import { maskReasons } from '../privacy/maskReasons';
import { maskFor } from '../privacy/masking';
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
    async (request) => {
      const mask = maskFor(request.caller!.rights);
      // Reasons to leave name columns with their values, personal ones among them.
      const masked = (customer: Customer): Customer => (mask.note.masked ? maskReasons(mask.of(customer)) : customer);
      const profile = await readProfile({ client, states, store: interventions.store }, request.params.id);
      return {
        ...profile,
        ...mask.note,
        ...(profile.customer ? { customer: masked(profile.customer) } : {}),
        transactions: profile.transactions.map(mask.of),
        anomalies: profile.anomalies.map((hit) => ({ ...hit, anomaly: mask.of(hit.anomaly) })),
      };
    }
  );
};
