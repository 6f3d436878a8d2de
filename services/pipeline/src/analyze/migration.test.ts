import { countMigrations } from './migration';

const at = new Date('2026-11-24T02:00:00Z');
const names = new Map([
  [0, 'Core loyal'],
  [2, 'Middle'],
]);
const churnRates = new Map([
  [0, 0.25],
  [2, 0.5],
]);
const cells = (...args: Parameters<typeof countMigrations>): unknown[] =>
  countMigrations(...args).map((cell) => [cell.from_name, cell.to_name, cell.customers, cell.share, cell.stayed]);

it('counts who went from where to where, who is new and who is gone', () => {
  const before = {
    runId: 'run-1',
    clusters: Int32Array.of(0, 0, 0, 1, 1, -1),
    names: new Map([
      [0, 'Core loyal'],
      [1, 'Middle'],
    ]),
    gone: new Map([[1, 2]]),
    churnRates: new Map([[0, 0.1]]),
  };
  const now = { runId: 'run-2', at, labels: Int32Array.of(0, 0, 2, 2, 0, 2), names, churnRates };
  expect(cells(now, before)).toEqual([
    ['Core loyal', 'Core loyal', 2, 2 / 3, true],
    ['Core loyal', 'Middle', 1, 1 / 3, false],
    ['Middle', 'Core loyal', 1, 1 / 4, false],
    ['Middle', 'Middle', 1, 1 / 4, false],
    ['Middle', 'no longer there', 2, 1 / 2, false],
    ['first seen', 'Middle', 1, 1, false],
  ]);
  expect(countMigrations(now, before)[4]).toEqual({
    ...{ run_id: 'run-2', previous_run_id: 'run-1', from_cluster: 1, from_name: 'Middle' },
    ...{ to_name: 'no longer there', customers: 2, share: 0.5, stayed: false, created_at: at.toISOString() },
  });
});

it('says how the churn rate of a cluster changed, where it is known of both runs', () => {
  const before = {
    ...{ runId: 'run-1', clusters: Int32Array.of(0, 0, 2), gone: new Map<number, number>(), names },
    churnRates: new Map([[0, 0.1]]),
  };
  const now = { runId: 'run-2', at, labels: Int32Array.of(0, 2, 2), names, churnRates };
  const changes = countMigrations(now, before).map(({ from_cluster, to_cluster, churn_change }) => [from_cluster, to_cluster, churn_change]); // prettier-ignore
  expect(changes).toEqual([
    [0, 0, expect.closeTo(0.15, 12)],
    [0, 2, undefined],
    [2, 2, undefined],
  ]);
});

it('calls everybody first seen in the first run', () => {
  expect(cells({ runId: 'run-1', at, labels: Int32Array.of(0, 2, 2), names, churnRates })).toEqual([
    ['first seen', 'Core loyal', 1, 1 / 3, false],
    ['first seen', 'Middle', 2, 2 / 3, false],
  ]);
});
