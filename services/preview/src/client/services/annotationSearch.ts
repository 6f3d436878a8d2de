import type { AnnotationEvent, AnnotationQuery, TimeRange } from '@grafana/data';

/** An annotation query of Grafana's Elasticsearch data source: its fields stand beside the query. */
export interface ElasticsearchAnnotation extends AnnotationQuery {
  /** Older dashboards have it here, newer ones in `target`. */
  query?: string;
  target?: { refId: string; query?: string };
  timeField?: string;
  timeEndField?: string;
  textField?: string;
  tagsField?: string;
}

const timeFieldOf = ({ timeField }: ElasticsearchAnnotation): string => timeField || '@timestamp';

/** The Lucene of an annotation query; where both places have one, Grafana takes the old. */
export const luceneOf = ({ query, target }: ElasticsearchAnnotation): string => query ?? target?.query ?? '';

/**
 * The `_msearch` body that finds an annotation's documents, as Grafana 12 asks.
 * @param lucene with variables filled in
 */
export function annotationSearch(
  annotation: ElasticsearchAnnotation,
  lucene: string,
  range: TimeRange,
  index: string
): string {
  const within = { gte: range.from.valueOf(), lte: range.to.valueOf(), format: 'epoch_millis' };
  const times = [timeFieldOf(annotation), annotation.timeEndField].filter(
    (field) => field !== undefined && field !== ''
  );
  const filter: object[] = [
    { bool: { should: times.map((field) => ({ range: { [field!]: within } })), minimum_should_match: 1 } },
  ];
  if (lucene !== '') {
    filter.push({ query_string: { query: lucene } });
  }
  const header = { search_type: 'query_then_fetch', ignore_unavailable: true, index };
  return `${JSON.stringify(header)}\n${JSON.stringify({ query: { bool: { filter } }, size: 10_000 })}\n`;
}

interface Refusal {
  reason?: string;
  root_cause?: { reason?: string }[];
}

interface AnnotationAnswer {
  responses?: { hits?: { hits?: { _source?: Record<string, unknown> }[] }; error?: Refusal }[];
}

function valueAt(source: unknown, path: string | undefined): unknown {
  return path
    ?.split('.')
    .reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], source);
}

function tagsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' && value !== '' ? value.split(',') : [];
}

/**
 * One event per document; those without a time are left out.
 * @throws where Elasticsearch refused the search, with its reason
 */
export function annotationEvents(annotation: ElasticsearchAnnotation, answer: AnnotationAnswer): AnnotationEvent[] {
  const [response] = answer.responses ?? [];
  if (response?.error) {
    throw new Error(
      response.error.root_cause?.[0]?.reason ?? response.error.reason ?? 'Elasticsearch refused the annotation query.'
    );
  }
  const instant = (value: unknown): number => (typeof value === 'number' ? value : Date.parse(String(value)));
  return (response?.hits?.hits ?? []).flatMap(({ _source: source }) => {
    const time = instant(valueAt(source, timeFieldOf(annotation)));
    const timeEnd = instant(valueAt(source, annotation.timeEndField));
    return Number.isFinite(time)
      ? [
          {
            time,
            ...(Number.isFinite(timeEnd) ? { timeEnd } : {}),
            text: String(valueAt(source, annotation.textField) ?? ''),
            tags: tagsOf(valueAt(source, annotation.tagsField || 'tags')),
          },
        ]
      : [];
  });
}
