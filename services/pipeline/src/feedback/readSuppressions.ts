import { type Suppression, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';

/** An account or transaction that is scored, but must alarm nobody before an instant. */
export interface Suppressed {
  type: Suppression['target']['type'];
  id: string;
  /** ISO 8601 */
  until: string;
}

/** What is suppressed at an instant for a model; of several suppressions of one target the one that lasts longest. */
export async function readSuppressions(client: ElasticClient, model: string, at: Date): Promise<Suppressed[]> {
  const { name, fields } = indices.suppressions;
  const found = new Map<string, Suppressed>();
  const documents = client.helpers.scrollDocuments<Suppression>({
    index: name,
    size: 5_000,
    ignore_unavailable: true,
    query: {
      bool: {
        filter: [
          { range: { [fields.until]: { gt: at.toISOString() } } },
          { terms: { [fields.scope]: ['all', model] } },
        ],
        must_not: [{ term: { [fields.revoked]: true } }],
      },
    },
  });
  for await (const { target, until } of documents) {
    const key = `${target.type} ${target.id}`;
    if ((found.get(key)?.until ?? '') < until) {
      found.set(key, { ...target, until });
    }
  }
  return [...found.values()];
}

/** Until when a transaction of a customer must not alarm; undefined where it may. */
export function suppressedUntil(
  suppressed: readonly Suppressed[],
  { user_id, transaction_id }: { user_id: string; transaction_id?: string },
  at: Date
): string | undefined {
  return suppressed
    .filter(({ type, id }) => id === (type === 'account' ? user_id : transaction_id))
    .map(({ until }) => until)
    .filter((until) => until > at.toISOString())
    .sort()
    .at(-1);
}
