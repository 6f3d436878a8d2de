import type { MetricFindValue, TimeRange } from '@grafana/data';

interface TermsQuery {
  find: 'terms';
  field: string;
  query?: string;
  size?: number;
  orderBy?: string;
  order?: 'asc' | 'desc';
}

interface FieldsQuery {
  find: 'fields';
  type?: string;
}

/** What a variable asks the Elasticsearch data source. */
export type MetricFindQuery = TermsQuery | FieldsQuery;

/**
 * Reads a variable's query: JSON text or, from newer dashboards, an object that holds it.
 * @throws where it is neither, saying what to write.
 */
export function readMetricFindQuery(query: unknown): MetricFindQuery {
  const text = typeof query === 'object' && query !== null && 'query' in query ? query.query : query;
  try {
    const parsed = (typeof text === 'string' ? JSON.parse(text) : query) as MetricFindQuery;
    if (parsed.find === 'terms' || parsed.find === 'fields') {
      return parsed;
    }
  } catch (cause) {
    throw new Error(`The variable's query is not JSON: ${String(text)}`, { cause });
  }
  throw new Error('The variable\'s query needs {"find":"terms","field":…} or {"find":"fields"}.');
}

const orderKeys: Record<string, string> = { key: '_key', term: '_key', doc_count: '_count' };

/** The `_msearch` body that lists a field's values in the time range. */
export function termsSearch(query: TermsQuery, range: TimeRange, index: string, timeField: string): string {
  const order = orderKeys[query.orderBy ?? 'key'] ?? query.orderBy ?? '_key';
  const filter: object[] = [
    { range: { [timeField]: { gte: range.from.valueOf(), lte: range.to.valueOf(), format: 'epoch_millis' } } },
  ];
  if (query.query) {
    filter.push({ query_string: { analyze_wildcard: true, query: query.query } });
  }
  const terms = {
    field: query.field,
    size: query.size ?? 500,
    order: { [order]: query.order ?? (order === '_key' ? 'asc' : 'desc') },
  };
  const body = { size: 0, query: { bool: { filter } }, aggs: { '1': { terms } } };
  return `${JSON.stringify({ ignore_unavailable: true, index })}\n${JSON.stringify(body)}\n`;
}

interface TermsAnswer {
  responses?: { aggregations?: { '1'?: { buckets?: { key: string | number; key_as_string?: string }[] } } }[];
}

export function termsValues(answer: TermsAnswer): MetricFindValue[] {
  const buckets = answer.responses?.[0]?.aggregations?.['1']?.buckets ?? [];
  return buckets.map(({ key, key_as_string: shown }) => ({ text: shown ?? String(key), value: key }));
}

interface Mapping {
  type?: string;
  properties?: Record<string, Mapping>;
}

const kinds: Record<string, string> = {
  keyword: 'string',
  text: 'string',
  ip: 'string',
  ...Object.fromEntries(
    ['long', 'integer', 'short', 'byte', 'double', 'float', 'half_float'].map((type) => [type, 'number'])
  ),
};

/** The fields of an index's mapping by name, of one type (Elasticsearch's or Grafana's word) where one is asked. */
export function fieldValues(answer: Record<string, { mappings?: Mapping }>, type?: string): MetricFindValue[] {
  const found = new Map<string, string>();
  const walk = (mapping: Mapping, prefix: string): void => {
    for (const [name, property] of Object.entries(mapping.properties ?? {})) {
      const full = `${prefix}${name}`;
      if (property.type) {
        found.set(full, property.type);
      }
      walk(property, `${full}.`);
    }
  };
  Object.values(answer).forEach(({ mappings }) => walk(mappings ?? {}, ''));
  return [...found]
    .filter(([, own]) => type === undefined || own === type || kinds[own] === type)
    .map(([text]) => ({ text, value: text }))
    .sort((a, b) => a.text.localeCompare(b.text));
}
