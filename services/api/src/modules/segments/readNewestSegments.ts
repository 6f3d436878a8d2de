import { type Segment, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { reading } from '../../elastic/reading';

const mostSegments = 100;

/** Clusters of the newest complete run, by rank; none before the first. */
export async function readNewestSegments(client: ElasticClient): Promise<Segment[]> {
  const { hits } = await client.search<Segment>({
    ...reading(indices.segments),
    size: mostSegments,
    sort: [{ [indices.segments.fields.rank]: { order: 'asc', unmapped_type: 'integer' } }],
  });
  return hits.hits.map((hit) => hit._source!);
}
