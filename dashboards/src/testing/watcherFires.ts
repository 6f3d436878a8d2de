import type { ElasticClient } from '@spendscope/elastic';
import type { Watch } from '../watcher/watch';
import { holds } from './holds';

/**
 * What Watcher does with a watch up to its actions: the search, sent as it is written, and the condition for each group
 * of the answer. Of a condition in Painless its formula is read here: the tests' Elasticsearch has no Painless.
 *
 * @returns the groups that the condition holds for
 */
export async function watcherFires(client: ElasticClient, { input, condition }: Watch): Promise<string[]> {
  const { indices: index, body } = input.search.request;
  const answer = await client.search({ index, ignore_unavailable: true, ...body });
  if (condition.script) {
    const [, place, formula] = /^return ([\w.]+)\.stream\(\)\.anyMatch\(group -> (.+)\)$/.exec(
      String(condition.script.source)
    )!;
    const groups = (at({ ctx: { payload: answer } }, place!) ?? []) as { key: string }[];
    return groups.filter((group) => holds(formula!, (name) => numberAt({ group }, name))).map(({ key }) => key);
  }
  const [[place, { path, ...comparison }]] = Object.entries(condition.array_compare!) as unknown as [
    [place: string, compared: { path: string }],
  ];
  const [[sign, { value: bound }]] = Object.entries(comparison) as unknown as [[string, { value: number }]];
  const groups = at({ ctx: { payload: answer } }, place) as { key: string }[] | undefined;
  return (groups ?? []).filter((group) => compare[sign]!(at(group, path) as number, bound)).map(({ key }) => key);
}

const compare: Record<string, (value: number, bound: number) => boolean> = {
  gt: (value, bound) => value > bound,
  gte: (value, bound) => value >= bound,
};

const numberAt = (value: unknown, path: string): number => Number(at(value, path) ?? NaN);

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], value);
