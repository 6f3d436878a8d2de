import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { type DataSource, reference } from './dataSources';

interface Marks {
  name: string;
  colour: string;
  /** Lucene; dashboard variables stand in it. */
  filter: string;
  /** Field with the words of a mark. */
  text: string;
  /** Field with its tags. */
  tags: string;
}

/** What the Elasticsearch data source reads beside the query, as its own editor writes it; the SDK has no names for it. */
interface ElasticsearchAnnotation {
  timeField: string;
  textField: string;
  tagsField: string;
}

/** Documents of a data source as marks on every time series of a dashboard, with a switch of their own. */
export function marks(
  source: DataSource,
  { name, colour, filter, text, tags }: Marks
): { build: () => dashboard.AnnotationQuery } {
  const annotation: dashboard.AnnotationQuery & ElasticsearchAnnotation = {
    name,
    enable: true,
    iconColor: colour,
    datasource: reference(source),
    // In Grafana 12 a query at this place alone is read as Lucene of the annotation.
    target: { refId: 'Anno', query: filter } as unknown as dashboard.AnnotationQuery['target'],
    timeField: source.timeField,
    textField: text,
    tagsField: tags,
  };
  return { build: () => annotation };
}
