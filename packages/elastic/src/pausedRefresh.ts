import type { Client } from '@elastic/elasticsearch';

/**
 * Runs a load with the indices' refresh switched off, and puts it back to `interval` (and refreshes) whether the load
 * ends well or not. Indices that are missing are created first, so that they too load unrefreshed.
 */
export async function withPausedRefresh<T>(
  client: Client,
  names: readonly string[],
  interval: string,
  load: () => Promise<T>
): Promise<T> {
  if (names.length === 0) {
    return load();
  }
  // At once: the server then changes its state once or twice, not once an index.
  await Promise.all(names.map((name) => client.indices.create({ index: name }, { ignore: [400] })));
  await client.indices.putSettings({ index: [...names], settings: { refresh_interval: '-1' } });
  try {
    return await load();
  } finally {
    await client.indices.putSettings({ index: [...names], settings: { refresh_interval: interval } });
    await client.indices.refresh({ index: [...names] });
  }
}
