import { type Anomaly, type DetectorName, anomalyThreshold, detectorNames, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import type { DetectorQuality } from '../../quality/judgeDetectors';
import type { StoreReader } from '../../runs/withStore';
import { type AnomalyHour, anomalyHours } from '../anomalyHours';

/** How many were flagged by exactly these detectors. */
export interface Agreement {
  detectors: DetectorName[];
  transactions: number;
}

export interface FlaggedCustomer {
  userId: string;
  anomalies: number;
  highest: number;
  amount: number;
}

export interface AnomalyReportData {
  world: string;
  currency: string;
  timeZone: string;
  at: Date;
  transactions: number;
  /** at or above the anomaly threshold */
  anomalies: number;
  customers: number;
  /** detectors that gave a score, in their usual order */
  detectors: DetectorName[];
  agreement: Agreement[];
  reasons: { code: string; transactions: number }[];
  topCustomers: FlaggedCustomer[];
  /** highest scores first */
  top: Anomaly[];
  /** customers by a score of their own: all their transactions and figures together, highest first */
  strangest: Anomaly[];
  hours: AnomalyHour[];
  /** against planted truth, where it was given */
  quality?: DetectorQuality;
}

interface Aggregations {
  customers: { value: number };
  reasons: { buckets: { key: string; doc_count: number }[] };
  people: {
    buckets: { key: string; doc_count: number; highest: { value: number }; amount: { value: number | null } }[];
  };
  scored: { buckets: Record<string, { doc_count: number }> };
  agreement: { buckets: Record<string, { doc_count: number }> };
}

const mostCustomers = 20;
const { name: index, fields } = indices.anomalies;

/** What the published anomalies say, and the highest `top` of them. */
export async function collectAnomalies(
  client: ElasticClient,
  { store, meta }: Pick<StoreReader, 'store' | 'meta'>,
  options: { top: number; at: Date; quality?: DetectorQuality }
): Promise<AnomalyReportData> {
  const { n } = await store.one<{ n: number }>('SELECT count(*) AS n FROM transactions');
  const { hits, aggregations } = await client.search<Anomaly, Aggregations>({
    index,
    size: options.top,
    track_total_hits: true,
    query: alarmsOf('transaction'),
    sort: [{ [fields.anomalyScore]: 'desc' }, { [fields.transaction_id]: 'asc' }],
    aggs: {
      customers: { cardinality: { field: fields.user_id, precision_threshold: 40_000 } },
      reasons: { terms: { field: fields.reasons, size: 30 } },
      people: {
        terms: { field: fields.user_id, size: mostCustomers, order: [{ _count: 'desc' }, { _key: 'asc' }] },
        aggs: { highest: { max: { field: fields.anomalyScore } }, amount: { sum: { field: fields.amount } } },
      },
      scored: { filters: { filters: byDetector((name) => ({ exists: { field: fields.scores[name] } })) } },
      agreement: { filters: { filters: Object.fromEntries(subsets().map((each) => [each.join(' '), exactly(each)])) } },
    },
  });
  const strangest = await client.search<Anomaly>({
    index,
    size: mostCustomers,
    query: alarmsOf('customer'),
    sort: [{ [fields.anomalyScore]: 'desc' }, { [fields.user_id]: 'asc' }],
  });
  const { customers, reasons, people, scored, agreement } = aggregations!;
  return {
    ...{ world: meta.world, currency: meta.currency, timeZone: meta.timeZone, at: options.at, transactions: n },
    anomalies: (hits.total as { value: number }).value,
    customers: customers.value,
    detectors: detectorNames.filter((name) => scored.buckets[name]!.doc_count > 0),
    agreement: subsets()
      .map((detectors) => ({ detectors, transactions: agreement.buckets[detectors.join(' ')]!.doc_count }))
      .filter(({ transactions }) => transactions > 0),
    reasons: reasons.buckets.map(({ key, doc_count: transactions }) => ({ code: key, transactions })),
    topCustomers: people.buckets.map(({ key, doc_count, highest, amount }) => ({
      ...{ userId: key, anomalies: doc_count, highest: highest.value, amount: amount.value ?? 0 },
    })),
    top: hits.hits.map((hit) => hit._source!),
    strangest: strangest.hits.hits.map((hit) => hit._source!),
    hours: n > 0 ? await anomalyHours(client, store, meta.timeZone) : [],
    quality: options.quality,
  };
}

const alarmsOf = (entity: Anomaly['entity_type']): object => ({
  bool: {
    filter: [
      { term: { [fields.entity_type]: entity } },
      { range: { [fields.anomalyScore]: { gte: anomalyThreshold } } },
    ],
  },
});

const byDetector = <T>(make: (name: DetectorName) => T): Record<string, T> =>
  Object.fromEntries(detectorNames.map((name) => [name, make(name)]));

/** Every set of detectors, larger ones first. */
function subsets(): DetectorName[][] {
  const all = Array.from({ length: 2 ** detectorNames.length }, (_, bits) =>
    detectorNames.filter((_, i) => (bits >> i) & 1)
  );
  return all.sort((a, b) => b.length - a.length);
}

function exactly(detectors: readonly DetectorName[]): object {
  const votes = (name: DetectorName): object => ({ term: { [fields.votes]: name } });
  return {
    bool: {
      filter: detectors.map(votes),
      must_not: detectorNames.filter((name) => !detectors.includes(name)).map(votes),
    },
  };
}
