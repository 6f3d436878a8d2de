import { Random, tableOf } from '@spendscope/analytics';
import type { ModelFile } from '@spendscope/contracts';
import { type ReadChurn, readChurnFile } from '@spendscope/scoring';
import { churnColumns, churnModelContent } from '@spendscope/testing';
import { calibrationPoints } from './calibrationPoints';
import { churnDrift } from './churnDrift';
import { labelPoints } from './measureLabels';

const file = { content_hash: 'a'.repeat(64), ...churnModelContent(1) } as ModelFile;
const churn = readChurnFile(file) as Required<ReadChurn>;
const rows = 3_000;

/** Customers as the model learnt them, but for a column that is moved. */
function customers(moved: Partial<Record<string, (value: number) => number>> = {}) {
  const random = new Random(9);
  const columns = churnColumns.map((name) => {
    const values = Float64Array.from({ length: rows }, () => 100 * random.next());
    return { name, kind: 'number' as const, values: values.map(moved[name] ?? ((value) => value)) };
  });
  return { ids: Array.from({ length: rows }, (_, row) => `C-${row}`), table: tableOf(columns) };
}
const psiOf = (points: ReturnType<typeof churnDrift>): Record<string, number> =>
  Object.fromEntries(points.filter(({ metric }) => metric === 'psi').map(({ group, value }) => [group, value]));

describe('the drift of the churn model', () => {
  it('is small where customers are as it learnt them', () => {
    const psi = psiOf(churnDrift(churn, customers(), new Map()));
    for (const name of churnColumns) {
      expect([name, psi[`feature/${name}`]! < 0.1]).toEqual([name, true]);
    }
  });

  it('shows the one feature that moved, and no other', () => {
    const psi = psiOf(churnDrift(churn, customers({ monetary: (value) => value / 2 }), new Map()));
    expect(psi['feature/monetary']).toBeGreaterThan(0.25);
    expect(Math.max(psi['feature/recency']!, psi['feature/frequency']!)).toBeLessThan(0.1);
  });

  it('shows a feature that stopped coming', () => {
    const { ids, table } = customers();
    const without = tableOf(table.columns.filter(({ name }) => name !== 'frequency'));
    expect(psiOf(churnDrift(churn, { ids, table: without }, new Map()))['feature/frequency']).toBeGreaterThan(0.25);
  });

  it('shows the segment whose scores moved since they were published; small segments are left out', () => {
    const usual = churnDrift(churn, customers(), new Map());
    expect(Object.keys(psiOf(usual)).filter((group) => group.startsWith('score/'))).toEqual(['score/all']);
    const segmentOf = (row: number): string => (row < 1_000 ? 'Loyal' : row < 2_950 ? 'New' : 'Few');
    const before = customers();
    const published = new Map(
      before.ids.map((id, row) => {
        const recency = before.table.columns[0]!.values[row] as number;
        return [id, { probability: recency / 100, segment: segmentOf(row) }];
      })
    );
    // The loyal of yesterday have not come since.
    const later = customers();
    (later.table.columns[0]!.values as Float64Array).fill(99, 0, 1_000);
    const psi = psiOf(churnDrift(churn, later, published));
    expect(psi['score/Loyal']).toBeGreaterThan(1);
    expect(psi['score/Loyal']).toBeGreaterThan(2 * psi['score/New']!);
    expect(psi).not.toHaveProperty('score/Few');
  });
});

it('tells expected and observed rates of all and of each tenth', () => {
  const probability = Float64Array.from({ length: 1_000 }, (_, row) => (row + 0.5) / 1_000);
  const labels = Array.from(probability, (_, row) => (row % 2 === 0 ? 1 : 0));
  const points = calibrationPoints(probability, labels);
  const value = (group: string, metric: string) => points.find((each) => each.group === group && each.metric === metric)!.value; // prettier-ignore
  expect(value('calibration/all', 'expected_rate')).toBeCloseTo(0.5, 10);
  expect(value('calibration/all', 'observed_rate')).toBe(0.5);
  expect(value('calibration/10', 'expected_rate')).toBeCloseTo(0.95, 10);
  // |0.05 − 0.5|, |0.15 − 0.5| … on average
  expect(value('calibration/all', 'calibration_error')).toBeCloseTo(0.25, 10);
  expect(calibrationPoints(new Float64Array(), [])).toEqual([]);
});

it('tells by version how many alarms were judged, how many were right, and how long it took', () => {
  const alarm = { model_version: 'ad-00000001', scored_at: '2026-11-01T00:00:00.000Z' };
  const alarms = new Map([['a', alarm], ['b', alarm], ['c', { ...alarm, model_version: 'ad-00000002' }]]); // prettier-ignore
  const label = (anomaly_id: string, label: 'true_positive' | 'false_positive' | 'unsure', at: string) => ({ anomaly_id, label, at: `2026-11-01T${at}:00:00.000Z` }); // prettier-ignore
  const found = labelPoints([label('a', 'true_positive', '02'), label('b', 'false_positive', '04'), label('c', 'unsure', '04'), label('gone', 'true_positive', '05')], alarms); // prettier-ignore
  expect([...found.keys()]).toEqual(['ad-00000001']);
  expect(found.get('ad-00000001')).toEqual([
    { group: 'labels/all', metric: 'labelled', value: 2 },
    { group: 'labels/all', metric: 'label_precision', value: 0.5 },
    { group: 'labels/all', metric: 'label_delay_hours', value: 3 },
  ]);
});
