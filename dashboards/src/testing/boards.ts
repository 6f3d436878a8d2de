import type { ElasticClient } from '@spendscope/elastic';
import { runQueries } from '../../../services/preview/src/elasticsearch/runQueries';
import { dataSources } from '../dataSources';

export interface Variable {
  name: string;
  type: string;
  allValue?: string;
  query?: string;
  current?: { value: string | string[] };
}
export interface Panel {
  title: string;
  type: string;
  targets?: object[];
  options: { content?: string };
}
/** A built dashboard, as far as tests read it. */
export interface Board {
  panels: Panel[];
  templating: { list: Variable[] };
}

type Row = Record<string, unknown>;

const targets = Object.fromEntries(
  Object.values(dataSources).map(({ uid, index, timeField }) => [uid, { index: index.readAs, timeField }])
);

/** A query with the dashboard's variables at their defaults, or at the values given, as Grafana would send it. */
export function filled(
  target: object,
  variables: readonly Variable[],
  chosen: Readonly<Record<string, string>> = {}
): unknown {
  // prettier-ignore
  const values = new Map(
    variables.map(({ name, type, allValue, query, current }): [string, string] => [
      name,
      chosen[name] ?? (type === 'query' ? luceneOf(current?.value, allValue!) : type === 'textbox' ? query! : String(current?.value)), // prettier-ignore
    ])
  );
  const text = JSON.stringify(target).replace(
    /\$(?:\{(\w+)(?::\w+)?\}|(\w+))/g,
    (_, braced: string | undefined, bare: string | undefined) =>
      JSON.stringify(values.get(braced ?? bare!) ?? '').slice(1, -1)
  );
  return { ...(JSON.parse(text) as object), intervalMs: 86_400_000, maxDataPoints: 1000 };
}

/** Several values as Grafana writes them into Lucene. */
const luceneOf = (value: string | string[] | undefined, allValue: string): string =>
  Array.isArray(value) && !value.includes('$__all') ? `(${value.map((each) => `"${each}"`).join(' OR ')})` : allValue;

/** The tables that each panel's queries give over all time, asked as Grafana's user: rows by field name, query by query. */
export async function tablesOf(
  client: ElasticClient,
  board: Board,
  chosen: Readonly<Record<string, string>> = {}
): Promise<Record<string, Row[][]>> {
  const found: Record<string, Row[][]> = {};
  const range = { from: 0, to: Date.now() + 60_000 };
  for (const { title, targets: asked } of board.panels.filter((panel) => panel.targets?.length)) {
    const queries = asked!.map((target) => filled(target, board.templating.list, chosen));
    const results = Object.values(await runQueries(client, queries, range, (uid) => targets[uid]));
    expect([title, results.map((result) => result.status)]).toEqual([title, results.map(() => 200)]);
    found[title] = results.map((result) =>
      'frames' in result
        ? result.frames.flatMap(({ schema, data }) =>
            (data.values[0] ?? []).map((_, row) =>
              Object.fromEntries([
                ['name', schema.name],
                ...schema.fields.map(({ name }, column): [string, unknown] => [name, data.values[column]?.[row]]),
              ])
            )
          )
        : []
    );
  }
  return found;
}
