import { type Column, type Table, columnReference, tableOf } from '@spendscope/analytics';
import { driftGroups } from '@spendscope/contracts';
import { type ChurnReference, type ReadChurn, churnProbability } from '@spendscope/scoring';
import { columnPoints } from './columnPoints';
import type { DriftPoint } from './driftPoint';

/** Segments of fewer customers tell more of chance than of drift. */
const leastCustomers = 100;

export interface Present {
  ids: readonly string[];
  table: Table;
}

/** What was published of a customer by the last analysis. */
export interface Published {
  probability: number;
  segment: string;
}

/** How far customers, and what the model says of them, have moved from those that it learnt from. */
export function churnDrift(
  { model, reference }: ReadChurn & { reference: ChurnReference },
  { ids, table }: Present,
  published: ReadonlyMap<string, Published>
): DriftPoint[] {
  const columns = model.preparation.steps.map(({ name, kind }) => columnOf(table, name, kind));
  const now = churnProbability(model, tableOf(columns));
  return [
    ...reference.columns.flatMap((before) => {
      const column = columns.find(({ name }) => name === before.name);
      return column ? columnPoints(driftGroups.feature(before.name), before, column) : [];
    }),
    ...columnPoints(driftGroups.score, reference.score, scores(now)),
    ...segmentDrift(ids, now, published),
  ];
}

/** A column that nobody has a value of any more is a column of gaps: that is a drift too. */
function columnOf({ columns, rows }: Table, name: string, kind: Column['kind']): Column {
  return (
    columns.find((column) => column.name === name && column.kind === kind) ??
    (kind === 'number'
      ? { name, kind, values: new Float64Array(rows).fill(NaN) }
      : { name, kind, values: new Array<null>(rows).fill(null) })
  );
}

/** By segment: what the model says now against what the last analysis published of the same customers. */
function segmentDrift(
  ids: readonly string[],
  now: Float64Array,
  published: ReadonlyMap<string, Published>
): DriftPoint[] {
  const bySegment = new Map<string, { then: number[]; now: number[] }>();
  ids.forEach((id, row) => {
    const before = published.get(id);
    if (before) {
      const segment = bySegment.get(before.segment) ?? { then: [], now: [] };
      segment.then.push(before.probability);
      segment.now.push(now[row]!);
      bySegment.set(before.segment, segment);
    }
  });
  return [...bySegment]
    .filter(([, { then }]) => then.length >= leastCustomers)
    .flatMap(([name, segment]) =>
      columnPoints(driftGroups.segment(name), columnReference(scores(segment.then)), scores(segment.now))
    );
}

const scores = (values: ArrayLike<number>) =>
  ({ name: 'probability', kind: 'number', values: Float64Array.from(values) }) as const;
