import { indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { filterFault, luceneFilter } from './luceneFilter';
import { notPacked } from './notPacked';
import { type Query, ofRun, runPages } from './runPages';
import { tokenKey } from './tokenKey';

/** Customers of a run as they were packed, by the keys of their tokens, in the order of the tokens. */
interface PackedRun {
  runId: string;
  keys: Float64Array;
}

/**
 * Which of a run's customers pass a Lucene filter, as Elasticsearch understands it: 1 or 0 by row. The smaller side is
 * read, those who pass or those who do not, and nobody where all or none do.
 *
 * @throws ApiError 400 where the filter cannot be read, 409 where the index holds a customer that was not packed
 */
export async function matchingRows(
  client: ElasticClient,
  { runId, keys }: PackedRun,
  filter: string
): Promise<Uint8Array> {
  const passing: Query[] = [luceneFilter(filter)];
  try {
    const query = ofRun(runId, passing);
    const { count } = await client.count({ index: indices.customers.readAs, query });
    const inverse = count > keys.length / 2;
    const rows = new Uint8Array(keys.length).fill(inverse ? 1 : 0);
    if (count === 0 || count === keys.length) {
      return rows;
    }
    let row = -1;
    for await (const page of runPages(client, runId, [], inverse ? [{ bool: { must_not: passing } }] : passing)) {
      for (const { token } of page) {
        row = keys.indexOf(tokenKey(token), row + 1);
        if (row < 0) {
          throw notPacked();
        }
        rows[row] = inverse ? 0 : 1;
      }
    }
    return rows;
  } catch (error) {
    throw filterFault(error, filter);
  }
}
