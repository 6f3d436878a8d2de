import {
  type Segment,
  type SegmentComparison,
  type SegmentMigration,
  type SegmentRunList,
  indices,
  runIndex,
} from '@spendscope/contracts';
import { type ElasticClient, isMissing } from '@spendscope/elastic';
import { reading } from '../../elastic/reading';
import { ApiError } from '../../http/apiError';
import { readNewestSegments } from './readNewestSegments';

const { segments, segmentMigrations } = indices;
const mostRuns = 50;
const mostRows = 1_000;

/** Runs whose segments are still kept, newest first. */
export async function listSegmentRuns(client: ElasticClient): Promise<SegmentRunList> {
  const { aggregations } = await client.search({
    index: segments.pattern,
    ignore_unavailable: true,
    size: 0,
    aggs: {
      runs: {
        terms: { field: segments.fields.run_id, size: mostRuns, order: { created: 'desc' } },
        aggs: { created: { max: { field: segments.fields.created_at } } },
      },
    },
  });
  const buckets =
    (aggregations?.runs as { buckets: { key: string; doc_count: number; created: { value: number } }[] } | undefined)
      ?.buckets ?? [];
  return {
    items: buckets.map(({ key, doc_count, created }) => ({
      runId: key,
      createdAt: new Date(created.value).toISOString(),
      clusters: doc_count,
    })),
  };
}

/**
 * The newest run's segments beside an earlier run's.
 * @throws ApiError 404 where the earlier run is not kept any more, or there is no run at all
 */
export async function compareSegments(client: ElasticClient, earlier: string): Promise<SegmentComparison> {
  const newest = (await readNewestSegments(client))[0]?.run_id;
  const gone = new ApiError(404, 'run_unknown', 'The segments of that run are not kept any more.');
  if (newest === undefined) {
    throw gone;
  }
  const [then, moves] = await Promise.all([
    client
      .search<Segment>({
        index: runIndex(segments, earlier),
        size: mostRows,
        sort: [{ [segments.fields.rank]: { order: 'asc', unmapped_type: 'integer' } }],
      })
      .catch((error: unknown) => {
        throw isMissing(error) ? gone : error;
      }),
    client.search<SegmentMigration>({
      ...reading(segmentMigrations),
      size: mostRows,
      query: { term: { [segmentMigrations.fields.previous_run_id]: earlier } },
      sort: [{ [segmentMigrations.fields.customers]: { order: 'desc', unmapped_type: 'long' } }],
    }),
  ]);
  const found = moves.hits.hits.map((hit) => hit._source!);
  return {
    runId: newest,
    with: earlier,
    segments: then.hits.hits.map((hit) => hit._source!),
    ...(found.length > 0 ? { moves: found } : {}),
  };
}
