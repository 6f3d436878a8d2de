import { indices, runIndex } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { createElasticClient, installTemplates } from '@spendscope/elastic';
import { startTestElasticsearch } from '@spendscope/stack';
import { benchCustomers } from './customers';

const { customers } = indices;
const { cluster, rfm } = customers.fields;
const batch = 10_000;

async function fill(client: ElasticClient, index: string, count: number): Promise<void> {
  const made = benchCustomers(count);
  for (let from = 0; from < count; from += batch) {
    const operations: object[] = [];
    for (let i = from; i < Math.min(count, from + batch); i += 1) {
      operations.push(
        { index: {} },
        {
          cluster: made.cluster[i],
          rfm: {
            log100_recency: Math.round(100 * Math.log10(1 + made.recency[i]!)),
            log100_monetary: Math.round(100 * Math.log10(1 + made.monetary[i]!)),
          },
        }
      );
    }
    await client.bulk({ index, operations });
  }
  await client.indices.refresh({ index });
}

export interface DensityAnswer {
  bytes: number;
  /** Counts in it: one for each cell of each cluster where anybody is. */
  cells: number;
}

interface Buckets {
  buckets: ({ [name in 'x' | 'y']?: Buckets } & object)[];
}
const cellsIn = ({ buckets }: Buckets): number =>
  buckets.reduce((sum, { x, y }) => sum + (x || y ? cellsIn((x ?? y)!) : 1), 0);

/** What the dashboard's density query is answered, by number of customers. */
export async function densityBytes(counts: readonly number[]): Promise<Map<number, DensityAnswer>> {
  const server = await startTestElasticsearch();
  const client = createElasticClient({ url: server.url, caFile: server.caFile, ...server.users.setup! });
  try {
    await installTemplates(client);
    const answers = new Map<number, DensityAnswer>();
    for (const count of counts) {
      const index = runIndex(customers, `bench${count}`);
      await fill(client, index, count);
      const answer = await client.search({
        index,
        size: 0,
        aggs: {
          cluster: {
            terms: { field: cluster, size: 20 },
            aggs: {
              x: {
                histogram: { field: rfm.log100_recency, interval: 5, min_doc_count: 1 },
                aggs: { y: { histogram: { field: rfm.log100_monetary, interval: 10, min_doc_count: 1 } } },
              },
            },
          },
        },
      });
      answers.set(count, {
        bytes: JSON.stringify(answer.aggregations).length,
        cells: cellsIn((answer.aggregations as unknown as { cluster: Buckets }).cluster),
      });
    }
    return answers;
  } finally {
    await client.close();
    await server.stop();
  }
}
