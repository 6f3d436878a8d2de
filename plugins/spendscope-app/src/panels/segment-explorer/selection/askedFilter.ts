import type { DataQueryRequest } from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';

interface LuceneQuery {
  query?: string;
  bucketAggs?: readonly unknown[];
}

/**
 * The Lucene filter by which the dashboard narrows customers, as the counting query has it with all variables filled
 * in; undefined where no query has one.
 */
export function askedFilter(request: DataQueryRequest | undefined): string | undefined {
  const targets = (request?.targets ?? []) as readonly LuceneQuery[];
  const asked = targets.find(({ query, bucketAggs }) => query && (bucketAggs?.length ?? 0) > 1) ?? targets[0];
  const filled = asked?.query && getTemplateSrv()?.replace?.(asked.query, request?.scopedVars, 'lucene');
  return filled && filled.trim() !== '' && filled.trim() !== '*' ? filled : undefined;
}
