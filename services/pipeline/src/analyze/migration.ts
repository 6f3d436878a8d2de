import { type SegmentMigration, firstSeen, noLongerThere } from '@spendscope/contracts';

/** Which segment each customer was in when the run before was published. */
export interface EarlierSegments {
  runId: string;
  /** of the rows of the customer table; -1 where the customer was in none */
  clusters: Int32Array;
  names: ReadonlyMap<number, string>;
  /** customers of the run before that this one does not have, by cluster */
  gone: ReadonlyMap<number, number>;
  /** by cluster; empty where the run before did not keep them */
  churnRates: ReadonlyMap<number, number>;
}

interface Now {
  runId: string;
  at: Date;
  labels: ArrayLike<number>;
  names: ReadonlyMap<number, string>;
  churnRates: ReadonlyMap<number, number>;
}

/** The migration table: how many went from each segment of the run before to each of this one, in order of both. */
export function countMigrations(now: Now, before?: EarlierSegments): SegmentMigration[] {
  const counts = new Map<string, { from?: number; to?: number; customers: number }>();
  const totals = new Map<number | undefined, number>();
  const count = (from: number | undefined, to: number | undefined, customers: number): void => {
    const key = `${from} ${to}`;
    const cell = counts.get(key) ?? { from, to, customers: 0 };
    cell.customers += customers;
    counts.set(key, cell);
    totals.set(from, (totals.get(from) ?? 0) + customers);
  };
  for (let row = 0; row < now.labels.length; row++) {
    const from = before?.clusters[row] ?? -1;
    count(from < 0 ? undefined : from, now.labels[row], 1);
  }
  before?.gone.forEach((customers, from) => count(from, undefined, customers));
  const churnChange = (cluster: number): number | undefined => {
    const [rate, earlier] = [now.churnRates.get(cluster), before?.churnRates.get(cluster)];
    return rate === undefined || earlier === undefined ? undefined : rate - earlier;
  };
  const place = (cluster: number | undefined): number => cluster ?? Infinity;
  return [...counts.values()]
    .sort((a, b) => compare(place(a.from), place(b.from)) || compare(place(a.to), place(b.to)))
    .map(({ from, to, customers }) => {
      const change = from !== undefined && from === to ? churnChange(to) : undefined;
      return {
        run_id: now.runId,
        ...(before ? { previous_run_id: before.runId } : {}),
        ...(from === undefined ? {} : { from_cluster: from }),
        from_name: from === undefined ? firstSeen : (before!.names.get(from) ?? String(from)),
        ...(to === undefined ? {} : { to_cluster: to }),
        to_name: to === undefined ? noLongerThere : now.names.get(to)!,
        customers,
        share: customers / totals.get(from)!,
        stayed: from !== undefined && from === to,
        ...(change === undefined ? {} : { churn_change: change }),
        created_at: now.at.toISOString(),
      };
    });
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
