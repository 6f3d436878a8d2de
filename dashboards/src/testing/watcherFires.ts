import type { ElasticClient } from '@spendscope/elastic';
import type { Watch } from '../watcher/watch';

/**
 * What Watcher does with a watch up to its actions: the search, sent as it is written, and the condition for each group
 * of the answer.
 *
 * @returns the groups that the condition holds for
 */
export async function watcherFires(client: ElasticClient, { input, condition }: Watch): Promise<string[]> {
  const { indices: index, body } = input.search.request;
  const answer = await client.search({ index, ignore_unavailable: true, ...body });
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

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], value);
