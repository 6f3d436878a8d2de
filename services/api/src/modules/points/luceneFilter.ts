import { isRefused } from '@spendscope/elastic';
import { ApiError } from '../../http/apiError';

/** Lucene as Grafana's data source asks; a filter can only narrow, and reaches no other index. */
export const luceneFilter = (filter: string): Record<string, unknown> => ({
  query_string: { query: filter, analyze_wildcard: true, allow_leading_wildcard: false },
});

/** A filter is the caller's own text: one that Elasticsearch cannot read is their mistake. */
export const filterFault = (error: unknown, filter: string | undefined): unknown =>
  filter && isRefused(error)
    ? new ApiError(400, 'filter_unreadable', 'The filter cannot be read. Check the dashboard’s variables.', {
        cause: error,
      })
    : error;
