import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import type * as table from '@grafana/grafana-foundation-sdk/table';
import type { InsightKind } from '@spendscope/contracts';
import { type Override, sentences } from './columns';
import { dataSources } from './dataSources';
import { inWords, ofNewestRun, only, renamed, rows, sorted, wide } from './panels';
import { documents } from './query';

const { insights } = dataSources;
export const insight = insights.index.fields;

interface InsightTable {
  title: string;
  how: string;
  width: number;
  height: number;
  kind: InsightKind;
  /** Lucene over insights, beside the kind */
  only?: string;
  /** columns in their order: field → as people call it */
  columns: Readonly<Record<string, string>>;
  overrides?: Override[];
  /** what to read where the run found nothing */
  empty: string;
  size?: number;
}

/** Asks for the findings of a kind in the newest run. */
export const found = (kind: InsightKind, filter?: string, size = 100): Builder<Dataquery> =>
  documents(insights, { filter: `${insight.kind}:${kind}${filter ? ` AND ${filter}` : ''}`, size });

/** Findings of the newest run as a table, in their order. What is said of all customers, no filter changes. */
export function insightTable({
  title,
  how,
  width,
  height,
  kind,
  only: filter,
  columns,
  overrides = [],
  empty,
  size,
}: InsightTable): table.PanelBuilder {
  // prettier-ignore
  return ofNewestRun(
    rows({
      title,
      how: `${how} Computed by the newest run over all customers: range and filters do not change it.`,
      width,
      height,
      queries: [found(kind, filter, size)],
    })
  )
    .noValue(empty)
    .transformations([
      sorted(insight.place),
      only(Object.keys(columns)),
      renamed(columns, Object.keys(columns)),
    ])
    .overrides(overrides);
}

/** The direction of a finding, in signs and words: colour alone says nothing. */
export const directions = (column: string, up = '▲ grows', down = '▼ shrinks'): Override[] => [
  inWords(column, { up, down, unsure: '– noise' }),
  wide(column, 95),
];

/** The answers of a kind in words, without any head. */
export const answer = (
  question: Pick<InsightTable, 'title' | 'how' | 'width' | 'height' | 'kind' | 'only' | 'empty'>
): table.PanelBuilder =>
  insightTable({ ...question, columns: { [insight.verdict]: 'Answer' }, overrides: [sentences('Answer')] }).showHeader(
    false
  );
