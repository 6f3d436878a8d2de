import { Random, boxPlot } from '@spendscope/analytics';
import { CustomerFigure, Insight } from '@spendscope/contracts';
import type { CustomerColumns } from '@spendscope/findings';
import Value from 'typebox/value';
import type { ReportData } from './collectReport';
import { correlationTable } from './correlations';
import { customerFigureId, customerFigures } from './customerFigures';
import { findReport } from './findings';
import { reportInsights } from './insights';

const rows = 300;
const random = new Random(3);
const complained = Float64Array.from({ length: rows }, () => random.int(2));
const churned = complained.map((yes) => (random.chance(yes ? 0.7 : 0.1) ? 1 : 0));
const draw = (most: number): Float64Array => Float64Array.from({ length: rows }, () => random.int(most));
const growth = draw(30);
const customers: CustomerColumns = {
  rows,
  churnField: 'churned',
  columns: new Map([
    ['churned', { kind: 'yesno', values: churned }],
    ['complained', { kind: 'yesno', values: complained }],
    ['order_growth', { kind: 'number', values: growth }],
    ['app_hours', { kind: 'number', values: draw(5) }],
    ['orders', { kind: 'number', values: draw(9) }],
  ]),
};
const data: ReportData = {
  ...{
    world: 'shop',
    at: new Date(),
    counts: { customers: rows, transactions: 900, actions: 0 },
    types: [],
    claims: [],
  },
  customers,
  missing: [{ field: 'orders', missing: 30, distinct: 9 }],
  findings: findReport(customers),
  correlations: correlationTable(customers),
  anomalies: {
    hours: [
      { type: 'purchase', hour: 3, anomalies: 60, transactions: 200 },
      { type: 'purchase', hour: 12, anomalies: 5, transactions: 700 },
    ],
  },
};
const stamp = { runId: 'r1', at: new Date('2026-11-25T00:00:00Z') };
const figures = customerFigures(data, stamp);
const of = (kind: CustomerFigure['kind']): CustomerFigure[] => figures.filter((each) => each.kind === kind);
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

it('writes each picture of a report as the contract says it, under an id of its own', () => {
  figures.forEach((each) => expect([customerFigureId(each), Value.Check(CustomerFigure, each)]).toEqual([customerFigureId(each), true])); // prettier-ignore
  expect(new Set(figures.map(customerFigureId)).size).toBe(figures.length);
});

it('counts who left in all, at each level and in each cell of two habits', () => {
  const left = sum(churned);
  expect(of('total')).toMatchObject([{ customers: rows, left, rate: left / rows }]);
  const levels = of('share').filter(({ field }) => field === 'complained');
  expect(levels.map(({ customers: n }) => n)).toEqual([rows - sum(complained), sum(complained)]);
  expect(of('pair')).toHaveLength(5 * 9);
  expect(of('pair').reduce((total, each) => total + each.left!, 0)).toBe(left);
});

it('keeps quartiles, and box parts that add up to the whiskers', () => {
  const [stayed] = of('box').filter(({ field }) => field === 'order_growth');
  const expected = boxPlot(growth.filter((_, row) => churned[row] === 0));
  expect(stayed).toMatchObject({ q1: expected.q1, median: expected.median, q3: expected.q3 });
  const { to_q1, to_median, to_q3, to_whisker } = stayed!.parts!;
  expect(stayed!.low_whisker! + to_q1 + to_median + to_q3 + to_whisker).toBeCloseTo(expected.highWhisker, 9);
});

it('has anomalies in 1,000 transactions for every hour that had any', () => {
  expect(of('anomaly_hour')).toHaveLength(24);
  expect(of('anomaly_hour').filter(({ rate }) => rate !== undefined).map(({ other_group: hour, rate }) => [hour, rate])).toEqual([['03', 300], ['12', 5_000 / 700]]); // prettier-ignore
});

it('words findings from results: what differs, what does not, and where anomalies peak', () => {
  const insights = reportInsights(data, stamp);
  insights.forEach((each) => expect(Value.Check(Insight, each)).toBe(true));
  const told = (group: string): Insight => insights.find((each) => each.group === group)!;
  expect(told('complaint').verdict).toMatch(/is higher among customers who complained/);
  expect(told('complaint').p).toBeLessThan(1e-6);
  expect(told('order growth').verdict).toContain('no difference');
  expect(insights.at(-1)).toMatchObject({ kind: 'anomalies', value: 0.3, group: 'purchase' });
});
