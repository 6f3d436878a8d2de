import { type Model, type ModelHistoryEntry, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';

type Told = Pick<Model, 'status' | 'history'>;

/** What the history says of one version: what it is now, and the changes that made it so. */
export function statusOf(version: string, entries: readonly ModelHistoryEntry[]): Told {
  const last = entries.at(-1);
  const status = last?.live?.version === version ? 'live' : last?.shadow?.version === version ? 'shadow' : 'retired';
  const roleIn = (entry: ModelHistoryEntry | undefined): string =>
    `${entry?.live?.version === version} ${entry?.shadow?.version === version}`;
  const history = entries.filter((entry, at) => roleIn(entry) !== roleIn(entries[at - 1]));
  return { status, history };
}

/** Brings the documents of a model's versions in line with its history, which alone decides. */
export async function publishStatus(
  client: ElasticClient,
  name: string,
  entries: readonly ModelHistoryEntry[]
): Promise<void> {
  const { name: index, fields } = indices.models;
  await client.indices.refresh({ index });
  const { hits } = await client.search<Model>({ index, size: 1_000, query: { term: { [fields.model]: name } } });
  const operations = hits.hits.flatMap(({ _id, _source }) => {
    const { status, history } = statusOf(_source!.model_version, entries);
    const same = _source!.status === status && JSON.stringify(_source!.history) === JSON.stringify(history);
    return same ? [] : [{ update: { _index: index, _id: _id! } }, { doc: { status, history } }];
  });
  if (operations.length > 0) {
    const { errors, items } = await client.bulk({ operations, refresh: true });
    if (errors) {
      const why = items.map(({ update }) => update?.error?.reason).find(Boolean);
      throw new Error(`The status of ${name} could not be written to ${index}: ${why}.`);
    }
  }
}
