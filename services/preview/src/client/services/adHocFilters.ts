/** A filter from a dashboard's filter bar. */
export interface AdHocFilter {
  key: string;
  operator: string;
  value: string;
}

const quoted = (value: string): string => `"${value.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;
const escapedKey = (key: string): string => key.replace(/:/g, '\\:');

function clause({ key, operator, value }: AdHocFilter): string {
  const field = escapedKey(key);
  switch (operator) {
    case '=~':
      return `${field}:/${value}/`;
    case '!~':
      return `-${field}:/${value}/`;
    case '>':
    case '<':
      return `${field}:${operator}${value}`;
    case '!=':
      return `-${field}:${quoted(value)}`;
    default:
      return `${field}:${quoted(value)}`;
  }
}

/** The query with the filters added, in Lucene's syntax; incomplete filters count for nothing. */
export function withAdHocFilters(query: string, filters: readonly AdHocFilter[]): string {
  const clauses = filters.filter(({ key, value }) => key !== '' && value !== '').map(clause);
  if (clauses.length === 0) {
    return query;
  }
  const own = query.trim();
  return [...(own && own !== '*' ? [`(${own})`] : []), ...clauses].join(' AND ');
}
