import { Random } from '@spendscope/analytics';
import { inactivityRule } from './churn/inactivityRule';
import type { CustomerTable } from './customerTable';
import { segmentCustomers } from './segmentCustomers';

function tableOf(rows: readonly [recency: number, frequency: number, monetary: number][]): CustomerTable {
  return {
    ids: rows.map((_, i) => `C-${i}`),
    recency: Float64Array.from(rows, ([recency]) => recency),
    frequency: Float64Array.from(rows, ([, frequency]) => frequency),
    monetary: Float64Array.from(rows, ([, , monetary]) => monetary),
    intervalHours: Float64Array.from(rows, ([, frequency]) => (frequency > 1 ? 24 * 20 : NaN)),
    churned: new Float64Array(rows.length).fill(NaN),
  };
}

const random = new Random(1);
const around = (value: number): number => value * random.between(0.8, 1.25);
const group = (n: number, recency: number, frequency: number, monetary: number): [number, number, number][] =>
  Array.from({ length: n }, () => [around(recency), around(frequency), around(monetary)]);
const table = tableOf([...group(30, 200, 1, 100), ...group(20, 5, 20, 5_000), ...group(25, 120, 10, 3_000)]);
const churn = inactivityRule(table);
const options = { k: 3, seed: 1 };

describe('segmentCustomers', () => {
  const { clusters, labels, silhouette } = segmentCustomers(table, churn, options);

  it('finds the groups and ranks them by size × money × churn', () => {
    expect(clusters.map(({ size }) => size)).toEqual([25, 20, 30].sort((a, b) => order(a) - order(b)));
    expect(clusters.map(({ priority }) => priority)).toEqual([...clusters.map(({ priority }) => priority)].sort((a, b) => b - a)); // prettier-ignore
    expect(clusters[0]!.priority).toBe(1);
    expect(silhouette).toBeGreaterThan(0.6);
  });

  it('numbers the first run’s clusters by rank', () => {
    expect(clusters.map(({ cluster, rank }) => [cluster, rank])).toEqual([[0, 1], [1, 2], [2, 3]]); // prettier-ignore
  });

  it('keeps the numbers of an earlier run, whatever the ranks are now', () => {
    // The run before numbered them the other way round, and knew all but one customer.
    const earlier = labels.map((label) => 2 - label);
    earlier[0] = -1;
    const later = segmentCustomers(table, churn, { ...options, earlier });
    expect(later.clusters.map(({ cluster, rank }) => [cluster, rank])).toEqual([[2, 1], [1, 2], [0, 3]]); // prettier-ignore
    expect([...later.labels]).toEqual([...labels].map((label) => 2 - label));
    expect(later.clusters.map(({ size }) => size)).toEqual(clusters.map(({ size }) => size));
  });

  it('keeps a number for a cluster that an earlier run with more of them had', () => {
    const two = segmentCustomers(table, churn, { k: 2, seed: 1, earlier: labels.map((label) => label + 2) });
    expect(two.clusters).toHaveLength(2);
    expect(two.clusters.every(({ cluster }) => [2, 3, 4].includes(cluster))).toBe(true);
  });

  it('adds up to the population', () => {
    expect(clusters.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    expect(clusters.reduce((sum, { spendShare }) => sum + spendShare, 0)).toBeCloseTo(1);
    clusters.forEach((cluster) => {
      expect(labels.filter((label) => label === cluster.cluster)).toHaveLength(cluster.size);
      expect(cluster.churnLow).toBeLessThanOrEqual(cluster.churnRate);
      expect(cluster.churnHigh).toBeGreaterThanOrEqual(cluster.churnRate);
    });
  });

  it('makes no cluster of a few customers who returned everything', () => {
    const returned = tableOf([...group(300, 100, 2, 500), ...group(200, 10, 12, 4_000), [100, 1, -900], [90, 1, 0]]);
    const { clusters: made } = segmentCustomers(returned, inactivityRule(returned), { k: 2, seed: 1 });
    expect(Math.min(...made.map(({ size }) => size))).toBeGreaterThan(100);
  });

  it('does with fewer customers than clusters, and with equal ones', () => {
    const two = tableOf([[1, 1, 1], [2, 2, 2]]); // prettier-ignore
    expect(segmentCustomers(two, inactivityRule(two), { k: 6, seed: 1 }).clusters).toHaveLength(2);
    const equal = tableOf(group(9, 5, 5, 5).map(() => [5, 5, 5]));
    expect(segmentCustomers(equal, inactivityRule(equal), { k: 6, seed: 1 }).clusters).toHaveLength(1);
  });
});

/** Place by priority of the group of this size: the leaving big ones, the loyal, the small. */
function order(size: number): number {
  const priority = (from: number, n: number): number => {
    let money = 0;
    let gone = 0;
    for (let i = from; i < from + n; i++) {
      money += table.monetary[i]! / n;
      gone += churn.probability[i]!;
    }
    return -money * gone;
  };
  return size === 30 ? priority(0, 30) : size === 20 ? priority(30, 20) : priority(50, 25);
}

describe('inactivityRule', () => {
  it('is one half at the limit of inactivity', () => {
    // Own interval 20 days, so the limit is 60; 90 after a single order; 30 at least.
    const rows = tableOf([[60, 5, 1], [90, 1, 1], [30, 5, 1]]); // prettier-ignore
    rows.intervalHours[2] = 24;
    const { basis, probability, reasons } = inactivityRule(rows);
    expect([basis, ...probability]).toEqual(['inactivity', 0.5, 0.5, 0.5]);
    expect([0, 1].map(reasons)).toEqual([['silent_beyond_own_interval'], ['single_order_long_ago']]);
  });
});
