import { type IndexDefinition, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';

/** Where a person's documents are: an index, and what finds theirs. */
export interface PersonalPlace {
  index: IndexDefinition;
  query: object;
}

const pageSize = 1_000;
const { transactions, actions, customers, anomalies, identities, labels, suppressions, reviews, states } = indices;
const { interventions, auditText } = indices;

const term = (field: string, value: string): object => ({ term: { [field]: value } });

/** Every place that knows the token; `targets` are the ids of the person and of their transactions. */
export function placesOf(token: string, targets: readonly string[]): PersonalPlace[] {
  const about = (field: string): object => ({ terms: { [field]: [...targets] } });
  return [
    { index: identities, query: term(identities.fields.token, token) },
    { index: auditText, query: about(auditText.fields.target.id) },
    { index: anomalies, query: term(anomalies.fields.user_id, token) },
    { index: customers, query: term(customers.fields.user_id, token) },
    { index: actions, query: term(actions.fields.user_id, token) },
    { index: labels, query: term(labels.fields.user_id, token) },
    { index: suppressions, query: about(suppressions.fields.target.id) },
    { index: reviews, query: term(reviews.fields.target.id, token) },
    { index: states, query: about(states.fields.target.id) },
    { index: interventions, query: about(interventions.fields.target.id) },
    // Last: the others are found by these.
    { index: transactions, query: term(transactions.fields.user_id, token) },
  ];
}

const where = (index: IndexDefinition) => ({ index: index.readAs, ignore_unavailable: true, allow_no_indices: true });

/** Ids of a person's transactions, each seen by every act on it. */
export async function transactionIds(client: ElasticClient, token: string): Promise<string[]> {
  const ids: string[] = [];
  const field = transactions.fields.transaction_id;
  await client.indices.refresh(where(transactions));
  for (let after: string | undefined; ;) {
    const { hits } = await client.search<{ transaction_id: string }>({
      ...where(transactions),
      size: pageSize,
      _source: [field],
      query: term(transactions.fields.user_id, token),
      sort: [{ [field]: { order: 'asc', unmapped_type: 'keyword' } }],
      ...(after ? { search_after: [after] } : {}),
    });
    ids.push(...hits.hits.map((hit) => hit._source!.transaction_id));
    after = hits.hits.at(-1)?.sort?.[0] as string | undefined;
    if (hits.hits.length < pageSize) {
      return ids;
    }
  }
}

export async function countIn(client: ElasticClient, { index, query }: PersonalPlace): Promise<number> {
  await client.indices.refresh(where(index));
  return (await client.count({ ...where(index), query })).count;
}

/** Deletes by search and bulk, a page at a time: `_delete_by_query` is not in every Elasticsearch. Returns how many. */
export async function deleteIn(
  client: ElasticClient,
  { index, query }: PersonalPlace,
  most = Infinity
): Promise<number> {
  let deleted = 0;
  while (deleted < most) {
    await client.indices.refresh(where(index));
    const { hits } = await client.search({
      ...where(index),
      size: Math.min(pageSize, most - deleted),
      _source: false,
      query,
    });
    if (hits.hits.length === 0) {
      return deleted;
    }
    const operations = hits.hits.map((hit) => ({ delete: { _index: hit._index, _id: hit._id! } }));
    const { items } = await client.bulk({ operations });
    const failed = items.find(({ delete: one }) => one?.error);
    if (failed) {
      throw new Error(`A document of ${index.name} cannot be deleted: ${failed.delete?.error?.type}.`);
    }
    deleted += hits.hits.length;
  }
  return deleted;
}
