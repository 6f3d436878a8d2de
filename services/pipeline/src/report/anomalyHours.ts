import { anomalyThreshold, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { literal } from '../store/sqlText';
import type { Store } from '../store/store';

export interface AnomalyHour {
  type: string;
  /** 0 to 23 in the business time zone */
  hour: number;
  anomalies: number;
  transactions: number;
}

interface HourBuckets {
  hours: {
    buckets: { key: { type: string | null; hour: number }; doc_count: number }[];
    after_key?: Record<string, unknown>;
  };
}

const noType = '–';

/** Published anomalies at or above the threshold by type and hour of the day, beside all transactions of the store. */
export async function anomalyHours(client: ElasticClient, store: Store, timeZone: string): Promise<AnomalyHour[]> {
  const counts = await countAnomalies(client, timeZone);
  const rows = await store.rows<{ type: string; hour: number; n: number }>(
    `SELECT coalesce(type, ${literal(noType)}) AS type, extract(hour FROM (ts AT TIME ZONE 'UTC') AT TIME ZONE ${literal(timeZone)}) AS hour,
      count(*) AS n FROM transactions GROUP BY 1, 2 ORDER BY 1, 2`
  );
  return rows.map(({ type, hour, n }) => ({
    type,
    hour,
    transactions: n,
    anomalies: counts.get(`${type} ${hour}`) ?? 0,
  }));
}

/** Counted by whole hours of the calendar, page by page: an hour of the day would need a script. */
async function countAnomalies(client: ElasticClient, timeZone: string): Promise<Map<string, number>> {
  const hourOfDay = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' });
  const counts = new Map<string, number>();
  let after: Record<string, unknown> | undefined;
  do {
    const { aggregations } = await client.search<unknown, HourBuckets>({
      index: indices.anomalies.name,
      size: 0,
      query: {
        bool: {
          filter: [{ term: { entity_type: 'transaction' } }, { range: { anomalyScore: { gte: anomalyThreshold } } }],
        },
      },
      aggs: {
        hours: {
          composite: {
            size: 5_000,
            after: after as Record<string, string>,
            sources: [
              { type: { terms: { field: 'type', missing_bucket: true } } },
              { hour: { date_histogram: { field: 'timestamp', calendar_interval: '1h', time_zone: timeZone } } },
            ],
          },
        },
      },
    });
    for (const { key, doc_count: n } of aggregations?.hours.buckets ?? []) {
      const name = `${key.type ?? noType} ${Number(hourOfDay.format(key.hour))}`;
      counts.set(name, (counts.get(name) ?? 0) + n);
    }
    after = aggregations?.hours.after_key;
  } while (after);
  return counts;
}
