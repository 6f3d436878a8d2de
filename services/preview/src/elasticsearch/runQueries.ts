import type { ElasticClient } from '@spendscope/elastic';
import { asArray, asNumber, asRecord, type UnknownRecord } from '../narrow';
import { answerFrames, elasticsearchErrorText } from './answerFrames';
import type { TimeRange } from './bucketAggregations';
import type { WireFrame } from './dataFrame';
import { type DataQuery, readDataQuery } from './dataQuery';
import { searchBody } from './searchBody';

/** Where a data source's documents are. */
export interface SearchTarget {
  index: string;
  timeField: string;
}

/** One query's part of the answer, as Grafana's `/api/ds/query` gives it. */
export type QueryResult =
  { status: 200; frames: WireFrame[] } | { status: number; error: string; errorSource: 'downstream' };

const failed = (error: unknown): QueryResult => ({
  status: 500,
  error: error instanceof Error ? error.message : String(error),
  errorSource: 'downstream',
});

interface Planned {
  query: DataQuery;
  target: SearchTarget;
  body: UnknownRecord;
}

function interpret({ query, target }: Planned, answer: unknown): QueryResult {
  const record = asRecord(answer);
  if (record.error !== undefined) {
    return failed(new Error(elasticsearchErrorText(record.error)));
  }
  try {
    return { status: 200, frames: answerFrames(query, record, target.timeField) };
  } catch (error) {
    return failed(error);
  }
}

async function search(client: ElasticClient, planned: readonly Planned[]): Promise<unknown[]> {
  const answer = await client.transport.request<UnknownRecord>({
    method: 'POST',
    path: '/_msearch',
    bulkBody: planned.flatMap(({ target, body }) => [{ index: target.index, ignore_unavailable: true }, body]),
  });
  return asArray(answer.responses);
}

/** The time range of a request, in milliseconds; throws where it has none. */
export function readRange(request: UnknownRecord): TimeRange {
  const from = asNumber(request.from);
  const to = asNumber(request.to);
  if (from === undefined || to === undefined) {
    throw new Error('The query has no time range. Send from and to as milliseconds since 1970.');
  }
  return { from, to };
}

/**
 * Answers the queries of one request, all in one round trip to Elasticsearch, by refId.
 * @param targetOf where a data source's documents are; undefined where there is no such data source.
 * A query that fails leaves the others alone.
 */
export async function runQueries(
  client: ElasticClient,
  queries: readonly unknown[],
  range: TimeRange,
  targetOf: (uid: string) => SearchTarget | undefined
): Promise<Record<string, QueryResult>> {
  const results: Record<string, QueryResult> = {};
  const planned: Planned[] = [];
  for (const query of queries.filter((entry) => asRecord(entry).hide !== true).map(readDataQuery)) {
    const target = targetOf(query.dataSourceUid);
    if (!target) {
      results[query.refId] = failed(
        new Error(`There is no data source "${query.dataSourceUid}". Choose one of those under Connections.`)
      );
      continue;
    }
    try {
      planned.push({ query, target, body: searchBody(query, range, target.timeField) });
    } catch (error) {
      results[query.refId] = failed(error);
    }
  }
  if (planned.length > 0) {
    const answers = await search(client, planned).catch((error: unknown) =>
      planned.map(() => ({ error: connectionError(error) }))
    );
    planned.forEach((entry, at) => {
      results[entry.query.refId] = interpret(entry, answers[at]);
    });
  }
  return results;
}

function connectionError(error: unknown): UnknownRecord {
  const message = error instanceof Error ? error.message : String(error);
  return {
    reason: `Elasticsearch cannot be asked: ${message.split('\n')[0]}. Check that it runs ("npx spendscope doctor").`,
  };
}
