import type { Client } from '@elastic/elasticsearch';

/** @throws Error where two indices that must hold the same documents hold different numbers of them. */
export async function requireSameCount(client: Client, one: string, other: string): Promise<number> {
  await client.indices.refresh({ index: [one, other] });
  const [a, b] = await Promise.all([client.count({ index: one }), client.count({ index: other })]);
  if (a.count !== b.count) {
    throw new Error(`${one} holds ${a.count} documents and ${other} ${b.count}: nothing was switched.`);
  }
  return a.count;
}
