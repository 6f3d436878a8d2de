import { type Anomaly, indices } from '@spendscope/contracts';
import { type ElasticClient, bulkWrite } from '@spendscope/elastic';

/**
 * Removes what an earlier run put into the anomalies for the same period and this run did not find again: scores of an
 * older model would stand beside the new ones. What the live feed scored after the period stays.
 */
export async function dropStaleAnomalies(
  client: ElasticClient,
  runId: string,
  until: Date,
  signal?: AbortSignal
): Promise<number> {
  const { name, fields } = indices.anomalies;
  await client.indices.refresh({ index: name });
  const stale = client.helpers.scrollSearch<Anomaly>({
    index: name,
    size: 5_000,
    _source: false,
    query: {
      bool: {
        filter: [{ range: { [fields.timestamp]: { lte: until.toISOString() } } }],
        must_not: [{ term: { [fields.run_id]: runId } }],
      },
    },
  });
  async function* batches(): AsyncGenerator<{ body: string; documents: number }> {
    for await (const { body } of stale) {
      const ids = body.hits.hits.map((hit) => hit._id!);
      if (ids.length > 0) {
        const lines = ids.map((id) => `${JSON.stringify({ delete: { _index: name, _id: id } })}\n`);
        yield { body: lines.join(''), documents: ids.length };
      }
    }
  }
  const { documents } = await bulkWrite(client, batches(), { concurrency: 1, signal });
  return documents;
}
