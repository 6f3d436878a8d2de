import type { Client } from '@elastic/elasticsearch';
import { type IndexDefinition, runIndex } from '@spendscope/contracts';

/**
 * Makes a run the one that readers see: all given indices flip in one atomic step, so nobody reads half a run.
 * Older runs are kept up to `keep` (newest first) and the rest is dropped.
 */
export async function publishRun(
  client: Client,
  indices: readonly IndexDefinition[],
  runId: string,
  keep = 3
): Promise<void> {
  await client.indices.refresh({ index: indices.map((index) => runIndex(index, runId)) });
  await client.indices.updateAliases({
    actions: indices.flatMap((index) => [
      { remove: { index: index.pattern, alias: index.name, must_exist: false } },
      { add: { index: runIndex(index, runId), alias: index.name } },
    ]),
  });
  for (const index of indices) {
    await dropOldRuns(client, index, keep);
  }
}

async function dropOldRuns(client: Client, index: IndexDefinition, keep: number): Promise<void> {
  const all = await client.indices.get({ index: index.pattern, allow_no_indices: true });
  const newestFirst = Object.entries(all)
    .filter(([, state]) => !state.aliases?.[index.name])
    .map(([name, state]) => ({ name, created: Number(state.settings?.index?.creation_date ?? 0) }))
    .sort((a, b) => b.created - a.created);
  const old = newestFirst.slice(Math.max(keep - 1, 0)).map((entry) => entry.name);
  if (old.length > 0) {
    await client.indices.delete({ index: old });
  }
}
