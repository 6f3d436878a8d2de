import {
  type AnnotationEvent,
  type DataQuery,
  type DataSourceInstanceSettings,
  type DataSourceJsonData,
  getDefaultTimeRange,
  type LegacyMetricFindQueryOptions,
  type MetricFindValue,
  type ScopedVars,
  type TimeRange,
} from '@grafana/data';
import { DataSourceWithBackend } from '@grafana/runtime';
import { type AdHocFilter, withAdHocFilters } from './adHocFilters';
import { annotationEvents, annotationSearch, type ElasticsearchAnnotation, luceneOf } from './annotationSearch';
import { backendSrv } from './backendSrv';
import { fieldValues, readMetricFindQuery, termsSearch, termsValues } from './metricFind';
import { templateSrv } from './templateSrv';

interface ElasticsearchOptions extends DataSourceJsonData {
  index?: string;
  timeField?: string;
}

interface ElasticsearchQuery extends DataQuery {
  query?: string;
}

/** Fills variables into every text of a query; the Lucene query has its own escaping and is left out. */
function interpolate(value: unknown, scopedVars: ScopedVars): unknown {
  if (typeof value === 'string') {
    return templateSrv.replace(value, scopedVars);
  }
  if (Array.isArray(value)) {
    return value.map((item) => interpolate(item, scopedVars));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, interpolate(item, scopedVars)]))
    : value;
}

/** The browser's half of the Elasticsearch data source; the server's half makes the searches. */
export class ElasticsearchDataSource extends DataSourceWithBackend<ElasticsearchQuery, ElasticsearchOptions> {
  readonly #settings: DataSourceInstanceSettings<ElasticsearchOptions>;

  constructor(settings: DataSourceInstanceSettings<ElasticsearchOptions>) {
    super(settings);
    this.#settings = settings;
  }

  override applyTemplateVariables(
    query: ElasticsearchQuery,
    scopedVars: ScopedVars,
    filters: AdHocFilter[] = []
  ): ElasticsearchQuery {
    const { query: lucene = '', ...rest } = query;
    return {
      ...(interpolate(rest, scopedVars) as ElasticsearchQuery),
      query: withAdHocFilters(templateSrv.replace(lucene, scopedVars, 'lucene'), filters),
    };
  }

  override async metricFindQuery(query: unknown, options?: LegacyMetricFindQueryOptions): Promise<MetricFindValue[]> {
    const text = typeof query === 'string' ? templateSrv.replace(query, options?.scopedVars ?? {}, 'lucene') : query;
    const asked = readMetricFindQuery(text);
    if (asked.find === 'fields') {
      return fieldValues(await backendSrv.get(`/api/datasources/uid/${this.uid}/resources/_mapping`), asked.type);
    }
    const { index = '', timeField = '@timestamp' } = this.#settings.jsonData;
    const body = termsSearch(asked, options?.range ?? getDefaultTimeRange(), index, timeField);
    return termsValues(await this.#search(body));
  }

  // Grafana's scenes call this for Elasticsearch, whose annotations are older than annotations by frames.
  override async annotationQuery(options: {
    annotation: ElasticsearchAnnotation;
    range: TimeRange;
  }): Promise<AnnotationEvent[]> {
    const { annotation, range } = options;
    const lucene = templateSrv.replace(luceneOf(annotation), {}, 'lucene');
    const { index = '' } = this.#settings.jsonData;
    return annotationEvents(annotation, await this.#search(annotationSearch(annotation, lucene, range, index)));
  }

  #search<Answer>(body: string): Promise<Answer> {
    return backendSrv.post(`/api/datasources/uid/${this.uid}/resources/_msearch`, body, {
      headers: { 'content-type': 'application/x-ndjson' },
    });
  }

  override async getTagKeys(): Promise<MetricFindValue[]> {
    return this.metricFindQuery({ find: 'fields' });
  }

  override async getTagValues(options: {
    key: string;
    timeRange?: LegacyMetricFindQueryOptions['range'];
  }): Promise<MetricFindValue[]> {
    return this.metricFindQuery({ find: 'terms', field: options.key }, {
      range: options.timeRange,
    } as LegacyMetricFindQueryOptions);
  }
}
