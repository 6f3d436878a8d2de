import type { DataFrame } from '@grafana/data';
import type { Segment } from '@spendscope/contracts';
import { t } from '../i18n/t';

type Rfm = Record<'recency' | 'frequency' | 'monetary', number>;
type Strategy = Segment['strategies'][number];

/**
 * A segment as a frame brings it. Numbers that the frame lacks are NaN and texts are empty: a table of another data
 * source may hold a part of the columns only.
 */
export interface SegmentRow {
  runId: string;
  cluster: string;
  name: string;
  /** The name in the user's language, for display; filters go by `name`. */
  title: string;
  description: string;
  size: number;
  share: number;
  means: Rfm;
  population: Rfm;
  /** By column name, in the columns' scales (log columns hold log10(1 + v)). */
  centroid: Readonly<Record<string, number>>;
  spendShare: number;
  churn: { rate: number; low: number; high: number; basis: string };
  priority: number;
  priorityInputs: { size: number; meanMonetary: number; churnProbability: number };
  /** Exponents of the inputs; NaN where the frame does not say, which means 1. */
  priorityWeights: { size: number; monetary: number; churn: number };
  rank: number;
  strategies: readonly Strategy[];
  /** The rule that gave the name; empty where the frame does not say. */
  rule: string;
  source: string;
  sourceDetail: string;
  /** ms since the epoch; undefined where the frame does not say. */
  createdAt?: number;
}

/** Whether a frame is a table of segments: one row per cluster, with its size. */
export function isSegmentsFrame(frame: DataFrame): boolean {
  const names = new Set(frame.fields.map((field) => field.name));
  return names.has('cluster') && names.has('size') && names.has('name');
}

function isStrategy(value: unknown): value is Strategy {
  return typeof value === 'object' && value !== null && 'action' in value && typeof value.action === 'string';
}

/** Strategies are stored as JSON: the data source hands over the parsed list, or its text. */
function strategiesOf(value: unknown): Strategy[] {
  let list = value;
  if (typeof value === 'string') {
    try {
      list = JSON.parse(value);
    } catch {
      return [];
    }
  }
  return (Array.isArray(list) ? list : [list]).filter(isStrategy).map((strategy) => ({
    action: strategy.action,
    channel: String(strategy.channel ?? ''),
    kpi: String(strategy.kpi ?? ''),
    limit: String(strategy.limit ?? ''),
    ...(strategy.offer ? { offer: String(strategy.offer) } : {}),
  }));
}

function rowReader(
  frame: DataFrame,
  row: number
): { text: (name: string) => string; number: (name: string) => number; any: (name: string) => unknown } {
  const any = (name: string): unknown => frame.fields.find((field) => field.name === name)?.values[row];
  return {
    any,
    text: (name) => String(any(name) ?? ''),
    number: (name) => {
      const value = any(name);
      return value == null || value === '' ? NaN : Number(value);
    },
  };
}

function instantOf(value: unknown): number | undefined {
  const instant = typeof value === 'number' ? value : Date.parse(String(value ?? ''));
  return Number.isFinite(instant) ? instant : undefined;
}

function readRow(frame: DataFrame, row: number): SegmentRow {
  const { text, number, any } = rowReader(frame, row);
  const language = t('language', 'en');
  /** A text in the user's language where the run has it, else in English. */
  const words = (name: string): unknown => any(`translations.${language}.${name}`) ?? any(name) ?? '';
  const rfm = (prefix: string): Rfm => ({
    recency: number(`${prefix}.recency`),
    frequency: number(`${prefix}.frequency`),
    monetary: number(`${prefix}.monetary`),
  });
  const centroid = Object.fromEntries(
    frame.fields
      .filter((field) => field.name.startsWith('centroid.'))
      .map((field) => [field.name.slice('centroid.'.length), number(field.name)])
  );
  return {
    runId: text('run_id'),
    cluster: text('cluster'),
    name: text('name'),
    title: String(words('name')),
    description: String(words('description')),
    size: number('size'),
    share: number('share'),
    means: rfm('means'),
    population: rfm('population'),
    centroid,
    spendShare: number('spend_share'),
    churn: {
      rate: number('churn_rate'),
      low: number('churn_low'),
      high: number('churn_high'),
      basis: text('churn_basis'),
    },
    priority: number('priority'),
    priorityInputs: {
      size: number('priority_inputs.size'),
      meanMonetary: number('priority_inputs.mean_monetary'),
      churnProbability: number('priority_inputs.churn_probability'),
    },
    priorityWeights: {
      size: number('priority_weights.size'),
      monetary: number('priority_weights.monetary'),
      churn: number('priority_weights.churn'),
    },
    rank: number('rank'),
    strategies: strategiesOf(words('strategies')),
    rule: String(words('rule')),
    source: text('source'),
    sourceDetail: text('source_detail'),
    createdAt: instantOf(any('created_at')),
  };
}

/** Segments of the newest run in the frame, by rank; the frame may hold earlier runs, too. */
export function readSegments(frame: DataFrame): SegmentRow[] {
  const rows = Array.from({ length: frame.length }, (_, row) => readRow(frame, row));
  const newest = rows.reduce<SegmentRow | undefined>(
    (best, row) => (best === undefined || (row.createdAt ?? 0) > (best.createdAt ?? 0) ? row : best),
    undefined
  );
  return rows
    .filter((row) => row.runId === newest?.runId)
    .sort(
      (a, b) =>
        (a.rank || Infinity) - (b.rank || Infinity) || a.cluster.localeCompare(b.cluster, 'en', { numeric: true })
    );
}
