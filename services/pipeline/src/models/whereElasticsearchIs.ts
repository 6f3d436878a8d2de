import type { ElasticClient } from '@spendscope/elastic';
import { connectElasticsearch } from '../elasticsearch';

/**
 * Writes what is shown of a thing that is done already. Where that cannot be, why is the answer in one sentence: the registry
 * has decided by then, and needs no Elasticsearch.
 */
export async function whereElasticsearchIs(
  write: (client: ElasticClient) => Promise<void>
): Promise<string | undefined> {
  try {
    const client = await connectElasticsearch();
    try {
      await write(client);
      return undefined;
    } finally {
      await client.close();
    }
  } catch (error) {
    return (error as Error).message.split('\n')[0];
  }
}
