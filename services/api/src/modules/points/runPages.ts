import { indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';

const { customers } = indices;
const { fields } = customers;
/** Elasticsearch answers with no more at once. */
const page = 10_000;
const keepAlive = '2m';

interface Hit {
  fields?: Record<string, unknown[]>;
  sort?: (string | number)[];
}

export interface RunRow {
  token: string;
  /** As `docvalue_fields` gives them. */
  values: Readonly<Record<string, unknown[]>>;
}

export type Query = Record<string, unknown>;
export const ofRun = (runId: string, filter: Query[]): Query => ({
  bool: { filter: [{ term: { [fields.run_id]: runId } }, ...filter] },
});

/**
 * A run's customers in the order of their tokens: the same on every server, replica and at every time, where the order
 * of documents in an index is that of one search context.
 *
 * @param columns that are read beside the token
 * @param filter what narrows them
 */
export async function* runPages(
  client: ElasticClient,
  runId: string,
  columns: readonly string[],
  filter: Query[] = []
): AsyncGenerator<RunRow[]> {
  const { id } = await client.openPointInTime({ index: customers.readAs, keep_alive: keepAlive });
  try {
    for (let after: (string | number)[] | undefined; ;) {
      const { hits }: { hits?: { hits?: Hit[] } } = await client.search({
        size: page,
        pit: { id, keep_alive: keepAlive },
        query: ofRun(runId, filter),
        // Columns alone are read: to look each document's id up would cost more than they do.
        stored_fields: '_none_',
        _source: false,
        docvalue_fields: [...columns],
        sort: [{ [fields.user_id]: 'asc' }, { _shard_doc: 'asc' }],
        track_total_hits: false,
        filter_path: ['hits.hits.sort', 'hits.hits.fields'],
        ...(after ? { search_after: after } : {}),
      });
      // Nothing is left of an answer without hits.
      const found = hits?.hits ?? [];
      yield found.map(({ fields: values = {}, sort }) => ({ token: String(sort![0]), values }));
      if (found.length < page) {
        return;
      }
      after = found.at(-1)!.sort;
    }
  } finally {
    await client.closePointInTime({ id }).catch(() => undefined);
  }
}
