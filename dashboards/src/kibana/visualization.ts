import type { DataSource } from '../dataSources';
import { type SavedObject, savedObject } from './savedObject';

/** One aggregation of a visualization: metrics come first, numbered from 1, and the buckets go on. */
interface Aggregation {
  type: 'count' | 'avg' | 'cardinality' | 'terms' | 'date_histogram';
  schema: 'metric' | 'bucket' | 'segment';
  params: Record<string, unknown>;
}

const metric = (type: Aggregation['type'], customLabel: string, field?: string): Aggregation => ({
  type,
  schema: 'metric',
  params: { ...(field ? { field } : {}), customLabel },
});
export const count = (label: string): Aggregation => metric('count', label);
export const average = (label: string, field: string): Aggregation => metric('avg', label, field);
export const distinct = (label: string, field: string): Aggregation => metric('cardinality', label, field);
/** The values of a field that most documents have. */
export const terms = (customLabel: string, field: string, size: number): Aggregation => ({
  type: 'terms',
  schema: 'bucket',
  params: { field, customLabel, size, orderBy: '1', order: 'desc', otherBucket: false, missingBucket: false },
});
export const byTime = (field: string): Aggregation => ({
  type: 'date_histogram',
  schema: 'segment',
  params: { field, interval: 'auto', useNormalizedEsInterval: true, drop_partials: false, min_doc_count: 1, extended_bounds: {} }, // prettier-ignore
});

const figure = {
  type: 'metric',
  addTooltip: true,
  addLegend: false,
  metric: {
    percentageMode: false,
    useRanges: false,
    colorSchema: 'Green to Red',
    metricColorMode: 'None',
    colorsRange: [{ from: 0, to: 10_000 }],
    labels: { show: true },
    invertColors: false,
    style: { bgFill: '#000', bgColor: false, labelColor: false, subText: '', fontSize: 48 },
  },
};
const table = {
  perPage: 10,
  showPartialRows: false,
  showMetricsAtAllLevels: false,
  showTotal: false,
  showToolbar: true,
  totalFunc: 'sum',
  percentageCol: '',
};
/** Bars of the first metric over time, with a line where something is to be looked at. */
const bars = (label: string, threshold: number): object => ({
  type: 'histogram',
  grid: { categoryLines: false },
  categoryAxes: [
    {
      id: 'CategoryAxis-1',
      type: 'category',
      position: 'bottom',
      show: true,
      style: {},
      scale: { type: 'linear' },
      labels: { show: true, filter: true, truncate: 100 },
      title: {},
    },
  ],
  valueAxes: [
    {
      id: 'ValueAxis-1',
      name: 'LeftAxis-1',
      type: 'value',
      position: 'left',
      show: true,
      style: {},
      scale: { type: 'linear', mode: 'normal' },
      labels: { show: true, rotate: 0, filter: false, truncate: 100 },
      title: { text: label },
    },
  ],
  seriesParams: [{ show: true, type: 'histogram', mode: 'normal', data: { label, id: '1' }, valueAxis: 'ValueAxis-1' }],
  thresholdLine: { show: true, value: threshold, width: 2, style: 'dashed', color: '#E7664C' },
  addTooltip: true,
  addLegend: false,
  legendPosition: 'right',
  times: [],
  addTimeMarker: false,
  labels: { show: false },
});

interface Kind {
  type: string;
  params: object;
}

export const kinds = {
  figure: { type: 'metric', params: figure },
  table: { type: 'table', params: table },
  bars: (label: string, threshold: number): Kind => ({ type: 'histogram', params: bars(label, threshold) }),
};

interface Asked {
  id: string;
  /** A question. */
  title: string;
  /** How it is answered. */
  how: string;
  kind: Kind;
  aggs: readonly Aggregation[];
  /** Lucene */
  filter: string;
}

const ofDataView = 'kibanaSavedObjectMeta.searchSourceJSON.index';

/** One picture, asked of the documents of a data source that its filter takes. */
export const visualization = ({ uid }: DataSource, { id, title, how, kind, aggs, filter }: Asked): SavedObject =>
  savedObject(
    'visualization',
    id,
    {
      title,
      description: how,
      version: 1,
      uiStateJSON: '{}',
      visState: JSON.stringify({
        title,
        ...kind,
        aggs: aggs.map((aggregation, position) => ({ id: String(position + 1), enabled: true, ...aggregation })),
      }),
      kibanaSavedObjectMeta: {
        searchSourceJSON: JSON.stringify({
          query: { query: filter, language: 'lucene' },
          filter: [],
          indexRefName: ofDataView,
        }),
      },
    },
    [{ name: ofDataView, type: 'index-pattern', id: uid }]
  );
