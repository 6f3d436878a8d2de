import { type AdHocVariableFilter, type DataQueryRequest, LoadingState, type PanelData } from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';
import { useState } from 'react';

interface LuceneQuery {
  query?: string;
  bucketAggs?: readonly unknown[];
}

const quoted = (value: string): string => `"${value.replace(/[\\"]/g, '\\$&')}"`;
/** As Grafana's Elasticsearch data source writes a filter of the dashboard's filter bar. */
function clauseOf({ key, operator, value }: AdHocVariableFilter): string {
  const field = key.replaceAll(':', '\\:');
  const negated = operator.startsWith('!') ? '-' : '';
  if (operator === '>' || operator === '<') {
    return `${field}:${operator}${value}`;
  }
  return `${negated}${field}:${operator.endsWith('~') ? `/${value}/` : quoted(value)}`;
}

/**
 * The Lucene filter by which the dashboard narrows customers, as the counting query has it with all variables filled
 * in and the filter bar's filters added; undefined where there is none.
 */
export function askedFilter(request: Partial<DataQueryRequest> | undefined): string | undefined {
  const targets = (request?.targets ?? []) as readonly LuceneQuery[];
  const asked = targets.find(({ query, bucketAggs }) => query && (bucketAggs?.length ?? 0) > 1) ?? targets[0];
  const filled = (asked?.query && getTemplateSrv()?.replace?.(asked.query, request?.scopedVars, 'lucene'))?.trim();
  const clauses = (request?.filters ?? []).filter(({ key, value }) => key !== '' && value !== '').map(clauseOf);
  const parts = filled && filled !== '*' ? [clauses.length > 0 ? `(${filled})` : filled, ...clauses] : clauses;
  return parts.join(' AND ') || undefined;
}

/** The same of what the panel shows: while other data is on its way, the filter of before. */
export function useAskedFilter({ request, state }: Pick<PanelData, 'request' | 'state'>): string | undefined {
  const [shown, setShown] = useState<{ request: PanelData['request']; filter: string | undefined }>();
  if (shown && (shown.request === request || state === LoadingState.Loading)) {
    return shown.filter;
  }
  const filter = askedFilter(request);
  setShown({ request, filter });
  return filter;
}
