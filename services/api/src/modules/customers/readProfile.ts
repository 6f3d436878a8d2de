import { type Anomaly, type Customer, type CustomerProfile, type Transaction, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { newestFirst, reading } from '../../elastic/reading';
import { ApiError } from '../../http/apiError';
import type { InterventionStore } from '../interventions/InterventionStore';
import type { StateStore } from '../states/StateStore';
import { businessTimeZone } from './businessTimeZone';
import { readSpending } from './readSpending';

const mostTransactions = 50;
const mostAnomalies = 50;
const mostInterventions = 100;

/**
 * All that is known of a customer's token.
 * @throws ApiError 404 where nothing is
 */
export async function readProfile(
  parts: { client: ElasticClient; states: StateStore; store: InterventionStore },
  token: string
): Promise<CustomerProfile> {
  const { client } = parts;
  const target = { type: 'account' as const, id: token };
  const { customers, transactions, anomalies } = indices;
  const [customer, spent, suspicious, state, acts] = await Promise.all([
    client.search<Customer>({
      ...reading(customers),
      size: 1,
      query: { term: { [customers.fields.user_id]: token } },
    }),
    client.search<Transaction>({
      ...reading(transactions),
      size: mostTransactions,
      query: { term: { [transactions.fields.user_id]: token } },
      sort: newestFirst(transactions.fields['@timestamp']),
    }),
    client.search<Anomaly>({
      ...reading(anomalies),
      size: mostAnomalies,
      query: { term: { [anomalies.fields.user_id]: token } },
      sort: newestFirst(anomalies.fields.timestamp),
    }),
    parts.states.getMany([target]),
    parts.store.list({ targetType: 'account', target: token, size: mostInterventions }),
  ]);
  const found = customer.hits.hits[0]?._source;
  if (!found && spent.hits.hits.length + suspicious.hits.hits.length + acts.total === 0) {
    throw new ApiError(404, 'customer_unknown', 'Nothing is known of a customer with this token.');
  }
  const spending = await readSpending(client, token, {
    timeZone: await businessTimeZone(client),
    until: spent.hits.hits[0]?._source?.['@timestamp'],
  });
  return {
    token,
    ...(found ? { customer: found } : {}),
    ...(state[0] ? { state: state[0] } : {}),
    transactions: spent.hits.hits.map((hit) => hit._source!),
    spending,
    anomalies: suspicious.hits.hits.map((hit) => ({ id: hit._id!, anomaly: hit._source! })),
    interventions: acts.items,
  };
}
