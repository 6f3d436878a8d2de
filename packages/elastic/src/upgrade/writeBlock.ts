import type { Client } from '@elastic/elasticsearch';

/** Returns when writes that were under way have ended. */
export async function blockWrites(client: Client, index: string): Promise<void> {
  await client.indices.addBlock({ index, block: 'write' });
}

export async function unblockWrites(client: Client, index: string): Promise<void> {
  await client.indices.putSettings({ index, settings: { 'index.blocks.write': null } as never });
}
