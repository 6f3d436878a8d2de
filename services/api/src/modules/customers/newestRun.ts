import { indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';

const { readAs, fields } = indices.customers;

/** The run whose customers are read now, and how many they are; undefined before the first. */
export async function newestRun(client: ElasticClient): Promise<{ runId: string; customers: number } | undefined> {
  const { hits } = await client.search<{ run_id: string }>({
    index: readAs,
    ignore_unavailable: true,
    size: 1,
    track_total_hits: true,
    _source: [fields.run_id],
  });
  const runId = hits.hits[0]?._source?.run_id;
  return runId === undefined ? undefined : { runId, customers: (hits.total as { value: number }).value };
}
