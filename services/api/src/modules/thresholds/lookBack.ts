import { wilson } from '@spendscope/analytics';
import {
  type ThresholdFinding,
  type ThresholdFindings,
  type ThresholdSimulation,
  indices,
} from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { reading } from '../../elastic/reading';
import { ApiError } from '../../http/apiError';
import { type Minute, countFirings } from './countFirings';

const { anomalies } = indices;
const field = anomalies.fields;
const dayMs = 86_400_000;
const page = 10_000;
/** More are not read for one question. */
const mostRead = 500_000;
/** Minutes for which the alert rules keep firing. */
const keeps = 5;

/**
 * What thresholds would have meant in the days before `now`: the transactions at or above each, what people said of them, and how
 * often the rules on the mean score would have fired, over all and by customer. What people called a false alarm since counts:
 * when the rules were asked, nobody had said so yet.
 *
 * @throws ApiError 422 where there are too many to look back on
 */
export async function lookBack(
  client: ElasticClient,
  { days, thresholds, minutes, atLeast }: ThresholdSimulation,
  now: Date
): Promise<ThresholdFindings> {
  const [from, to] = [new Date(now.getTime() - days * dayMs).toISOString(), now.toISOString()];
  const scope = {
    bool: {
      filter: [
        { term: { [field.entity_type]: 'transaction' } },
        { range: { [field.timestamp]: { gte: from, lte: to } } },
      ],
      must_not: [{ range: { [field.suppressed_until]: { gt: to } } }],
    },
  };
  const ascending = [...thresholds].sort((a, b) => a - b);
  const { stored, counts } = await countAbove(client, scope, ascending);
  if (stored > mostRead) {
    throw new ApiError(422, 'too_much_to_look_back_on', `${stored} transactions scored high in ${days} days; ${mostRead} can be looked back on. Ask for fewer days.`); // prettier-ignore
  }
  const customers = await minutesOf(client, scope);
  const together = addUp([...customers.values()]);
  const items = ascending.map((threshold, i): ThresholdFinding => {
    const rule = { minutes, atLeast, above: threshold, keeps };
    const each = [...customers.values()].map((own) => countFirings(own, rule).fired);
    return {
      threshold,
      ...counts[i]!,
      perDay: counts[i]!.anomalies / days,
      alert: countFirings(together, rule),
      customerAlerts: {
        fired: each.reduce((sum, fired) => sum + fired, 0),
        customers: each.filter((fired) => fired > 0).length,
      },
    };
  });
  return { from, to, stored, items };
}

type Counts = Pick<ThresholdFinding, 'anomalies' | 'customers' | 'judged' | 'precision'>;

async function countAbove(
  client: ElasticClient,
  query: object,
  thresholds: readonly number[]
): Promise<{ stored: number; counts: Counts[] }> {
  const { hits, aggregations } = await client.search({
    ...reading(anomalies),
    size: 0,
    track_total_hits: true,
    query,
    aggs: Object.fromEntries(
      thresholds.map((threshold, i) => [
        `above${i}`,
        {
          filter: { range: { [field.anomalyScore]: { gte: threshold } } },
          aggs: {
            customers: { cardinality: { field: field.user_id, precision_threshold: 40_000 } },
            labels: { terms: { field: field.label, size: 10 } },
          },
        },
      ])
    ),
  });
  const counts = thresholds.map((_, i): Counts => {
    const found = aggregations?.[`above${i}`] as unknown as
      | { doc_count: number; customers: { value: number }; labels: { buckets: { key: string; doc_count: number }[] } }
      | undefined;
    const of = (label: string): number => found?.labels.buckets.find(({ key }) => key === label)?.doc_count ?? 0;
    const [truePositive, falsePositive] = [of('true_positive'), of('false_positive')];
    const judged = truePositive + falsePositive;
    return {
      anomalies: found?.doc_count ?? 0,
      customers: found?.customers.value ?? 0,
      judged: { truePositive, falsePositive, unsure: of('unsure') },
      ...(judged > 0 ? { precision: precisionOf(truePositive, judged) } : {}),
    };
  });
  return { stored: (hits.total as { value: number } | undefined)?.value ?? 0, counts };
}

function precisionOf(truePositive: number, judged: number): NonNullable<Counts['precision']> {
  const { low, high } = wilson(truePositive, judged);
  return { value: truePositive / judged, low, high };
}

/** Minutes with scored transactions, by customer. */
async function minutesOf(client: ElasticClient, query: object): Promise<Map<string, Minute[]>> {
  const customers = new Map<string, Minute[]>();
  for (let after: Record<string, string | number> | undefined; ;) {
    const { aggregations } = await client.search({
      ...reading(anomalies),
      size: 0,
      query,
      aggs: {
        minutes: {
          composite: {
            size: page,
            sources: [
              { user: { terms: { field: field.user_id } } },
              { minute: { date_histogram: { field: field.timestamp, fixed_interval: '1m' } } },
            ],
            ...(after ? { after } : {}),
          },
          aggs: { scores: { sum: { field: field.anomalyScore } } },
        },
      },
    });
    const found = aggregations?.minutes as unknown as
      | {
          after_key?: Record<string, string | number>;
          buckets: { key: { user: string; minute: number }; doc_count: number; scores: { value: number } }[];
        }
      | undefined;
    for (const { key, doc_count, scores } of found?.buckets ?? []) {
      const own = customers.get(key.user) ?? [];
      own.push({ minute: key.minute / 60_000, sum: scores.value, count: doc_count });
      customers.set(key.user, own);
    }
    after = found?.after_key;
    if (!after) {
      return customers;
    }
  }
}

function addUp(customers: readonly Minute[][]): Minute[] {
  const all = new Map<number, Minute>();
  for (const { minute, sum, count } of customers.flat()) {
    const known = all.get(minute);
    all.set(minute, { minute, sum: sum + (known?.sum ?? 0), count: count + (known?.count ?? 0) });
  }
  return [...all.values()].sort((a, b) => a.minute - b.minute);
}
