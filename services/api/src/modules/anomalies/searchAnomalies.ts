import { type Anomaly, type AnomalyPage, type AnomalyQuery, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { type Cursors, cursorFault } from '../../elastic/Cursors';
import { timeRange } from '../../elastic/timeRange';
import { searchSuppressions } from '../feedback/searchSuppressions';
import { suppressedAnomalies } from './suppressedAnomalies';

const fields = indices.anomalies.fields;
const keepAlive = '2m';
const defaultSize = 50;
/** Far below what Elasticsearch takes in one condition (65,536 terms). */
const mostSuppressions = 10_000;

/** Conditions of the search; pure. */
export function anomalyFilter(query: AnomalyQuery): object[] {
  return [
    { term: { [fields.entity_type]: query.entity ?? 'transaction' } },
    ...(query.minScore === undefined ? [] : [{ range: { [fields.anomalyScore]: { gte: query.minScore } } }]),
    ...timeRange(fields.timestamp, query.from, query.to),
    ...(query.user ? [{ term: { [fields.user_id]: query.user } }] : []),
    ...(query.country ? [{ term: { [fields.country]: query.country } }] : []),
  ];
}

/**
 * A page of anomalies. All pages of one search see the same point in time, so nothing is doubled or skipped while new
 * ones come in. Anomalies of whom a suppression is in force now are left out, unless the query wants them too.
 * @throws ApiError 410 where the cursor is older than two minutes, 400 where it is none of ours
 */
export async function searchAnomalies(
  client: ElasticClient,
  cursors: Cursors,
  query: AnomalyQuery,
  now: Date
): Promise<AnomalyPage> {
  const cursor = query.cursor ? cursors.decode(query.cursor) : undefined;
  const pit = cursor?.pit ?? (await openPointInTime(client));
  const size = query.size ?? defaultSize;
  const suppressions = query.suppressed ? [] : (await searchSuppressions(client, now, mostSuppressions)).items;
  const suppressed = suppressedAnomalies(suppressions.map(({ suppression }) => suppression));
  const order = query.sort === 'score' ? fields.anomalyScore : fields.timestamp;
  const found = await client
    .search<Anomaly>({
      pit: { id: pit, keep_alive: keepAlive },
      size,
      query: { bool: { filter: anomalyFilter(query), must_not: suppressed } },
      // The tie-breaker of a point in time: documents of one score keep their order over pages.
      sort: [{ [order]: 'desc' }, { _shard_doc: 'asc' }],
      ...(cursor ? { search_after: cursor.after } : {}),
    })
    .catch((error: unknown) => {
      throw cursor ? cursorFault(error) : error;
    });
  const { hits } = found.hits;
  const last = hits.at(-1);
  const more = hits.length === size && last?.sort;
  if (!more) {
    await client.closePointInTime({ id: found.pit_id ?? pit }).catch(() => undefined);
  }
  return {
    items: hits.map((hit) => ({ id: hit._id!, anomaly: hit._source! })),
    total: found.hits.total as AnomalyPage['total'],
    ...(more ? { cursor: cursors.encode({ after: last.sort!, pit: found.pit_id ?? pit }) } : {}),
  };
}

async function openPointInTime(client: ElasticClient): Promise<string> {
  const { id } = await client.openPointInTime({ index: indices.anomalies.readAs, keep_alive: keepAlive });
  return id;
}
