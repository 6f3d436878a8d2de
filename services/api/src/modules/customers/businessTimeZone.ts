import { type Run, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { newestFirst, reading } from '../../elastic/reading';

/** Of the newest analysis; days and quarters of customers begin there. */
export async function businessTimeZone(client: ElasticClient): Promise<string | undefined> {
  const { runs } = indices;
  const { hits } = await client.search<Run>({
    ...reading(runs),
    size: 1,
    query: {
      bool: { filter: [{ term: { [runs.fields.kind]: 'analyze' } }, { exists: { field: runs.fields.time_zone } }] },
    },
    sort: newestFirst(runs.fields.started_at),
    _source: [runs.fields.time_zone],
  });
  return hits.hits[0]?._source?.time_zone;
}
