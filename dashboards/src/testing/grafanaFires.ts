import type { ElasticClient } from '@spendscope/elastic';
import { runQueries } from '../../../services/preview/src/elasticsearch/runQueries';
import { dataSources } from '../dataSources';
import { holds } from './holds';

/** A rule as it stands in a file of provisioning. */
export interface ProvisionedRule {
  uid: string;
  title: string;
  data: {
    refId: string;
    datasourceUid: string;
    relativeTimeRange: { from: number; to: number };
    model: { type?: string; reducer?: string; expression?: string };
  }[];
}

const targets = Object.fromEntries(
  Object.values(dataSources).map(({ uid, index, timeField }) => [uid, { index: index.readAs, timeField }])
);

/**
 * What Grafana does with a rule: its queries over their windows, which give a number per group each, and its expression
 * for each group.
 *
 * @returns the groups that it fires for
 * @throws Error where a query fails, or the expression is of a form that none of our rules has
 */
export async function grafanaFires(client: ElasticClient, { data }: ProvisionedRule): Promise<string[]> {
  const condition = data.at(-1)!.model.expression!;
  const numbers: Record<string, Map<string, number>> = {};
  const over: Record<string, number> = {};
  for (const query of data.slice(0, -1)) {
    const { type, reducer, expression } = query.model;
    if (type === 'reduce' && reducer === 'sum') {
      numbers[query.refId] = new Map([['all', over[expression!]!]]);
    } else if (query.refId.endsWith('OverTime')) {
      over[query.refId] = (await seriesOf(client, query)).reduce((sum, value) => sum + value, 0);
    } else {
      numbers[query.refId] = await numbersOf(client, query);
    }
  }
  const groups = [...Object.values(numbers)[0]!.keys()];
  // Grafana joins by labels: a group that one of the queries has not is not judged.
  return groups.filter((group) => holds(condition, (refId) => numbers[refId]!.get(group) ?? NaN));
}

/** One number a group, by group. */
async function numbersOf(client: ElasticClient, query: ProvisionedRule['data'][number]): Promise<Map<string, number>> {
  return new Map(
    (await columnsOf(client, query)).flatMap((values) =>
      (values[0] ?? []).map((group, row) => [String(group), Number(values.at(-1)![row])] as const)
    )
  );
}

/** The values of a series. */
async function seriesOf(client: ElasticClient, query: ProvisionedRule['data'][number]): Promise<number[]> {
  return (await columnsOf(client, query)).flatMap((values) => values.at(-1)!.map(Number));
}

async function columnsOf(
  client: ElasticClient,
  { relativeTimeRange, model, datasourceUid }: ProvisionedRule['data'][number]
): Promise<unknown[][][]> {
  const now = Date.now();
  const range = { from: now - relativeTimeRange.from * 1_000, to: now - relativeTimeRange.to * 1_000 };
  const asked = { ...model, datasource: { uid: datasourceUid } };
  const [result] = Object.values(await runQueries(client, [asked], range, (uid) => targets[uid]));
  if (!result || !('frames' in result)) {
    throw new Error(`The query failed: ${JSON.stringify(result)}`);
  }
  return result.frames.map(({ data: { values } }) => values as unknown[][]);
}
