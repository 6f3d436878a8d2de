import type { ElasticClient } from '@spendscope/elastic';
import { runQueries } from '../../../services/preview/src/elasticsearch/runQueries';
import { dataSources } from '../dataSources';

/** A rule as it stands in a file of provisioning. */
export interface ProvisionedRule {
  uid: string;
  title: string;
  data: {
    refId: string;
    datasourceUid: string;
    relativeTimeRange: { from: number; to: number };
    model: { expression?: string };
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
  for (const query of data.slice(0, -1)) {
    numbers[query.refId] = await ask(client, query);
  }
  const groups = [...Object.values(numbers)[0]!.keys()];
  return groups.filter((group) =>
    condition.split(' && ').every((part) => holds(part, (refId) => numbers[refId]!.get(group)!))
  );
}

async function ask(
  client: ElasticClient,
  { relativeTimeRange, model, datasourceUid }: ProvisionedRule['data'][number]
): Promise<Map<string, number>> {
  const now = Date.now();
  const range = { from: now - relativeTimeRange.from * 1_000, to: now - relativeTimeRange.to * 1_000 };
  const asked = { ...model, datasource: { uid: datasourceUid } };
  const [result] = Object.values(await runQueries(client, [asked], range, (uid) => targets[uid]));
  if (!result || !('frames' in result)) {
    throw new Error(`The query failed: ${JSON.stringify(result)}`);
  }
  return new Map(
    result.frames.flatMap(({ data: { values } }) =>
      (values[0] ?? []).map((group, row) => [String(group), Number(values.at(-1)![row])] as const)
    )
  );
}

function holds(part: string, value: (refId: string) => number): boolean {
  const [, refId, sign, bound] = /^\$(\w+) (>|>=) ([\d.]+)$/.exec(part) ?? [];
  if (refId === undefined) {
    throw new Error(`This is no comparison: ${part}`);
  }
  return sign === '>' ? value(refId) > Number(bound) : value(refId) >= Number(bound);
}
