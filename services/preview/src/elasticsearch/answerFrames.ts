import { asArray, asRecord, asText, type UnknownRecord } from '../narrow';
import type { WireFrame } from './dataFrame';
import { type DataQuery, kindOf } from './dataQuery';
import { rawDataFrames, rawDocumentFrames } from './documentFrames';
import { metricFrames } from './metricFrames';

/** The frames of Elasticsearch's answer to the search that `searchBody` made of the query. */
export function answerFrames(query: DataQuery, answer: UnknownRecord, timeField: string): WireFrame[] {
  const hits = asArray(asRecord(answer.hits).hits).map(asRecord);
  switch (kindOf(query)) {
    case 'raw_data':
      return rawDataFrames(query.refId, hits, timeField);
    case 'raw_document':
      return rawDocumentFrames(query.refId, hits);
    case 'metrics':
      return metricFrames(query, asRecord(answer.aggregations));
  }
}

/** The sentence in Elasticsearch's error that says most: the root cause's, else the error's own. */
export function elasticsearchErrorText(error: unknown): string {
  const record = asRecord(error);
  const rootCause = asText(asRecord(asArray(record.root_cause)[0]).reason);
  return (
    rootCause ||
    asText(record.reason) ||
    asText(asRecord(record.caused_by).reason) ||
    'Elasticsearch answered with an error that it does not explain. See its log.'
  );
}
