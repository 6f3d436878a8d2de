import { FieldType, toDataFrame, type DataFrame } from '@grafana/data';
import { segmentsFrame } from '../../../shared/segments/segmentsFixture';
import { customersFrame, densityFrame } from '../testing/frames';
import type { AxisChoice, ExplorerView } from '../types';
import { prepareSegmentExplorer } from './prepareSegmentExplorer';

const automatic = { mode: 'auto', fields: {} } as const;

function viewFrom(
  frames: readonly DataFrame[],
  ...more: [options?: Parameters<typeof prepareSegmentExplorer>[1], requested?: ReadonlyMap<string, number>]
): ExplorerView {
  const prepared = prepareSegmentExplorer(frames, more[0] ?? automatic, more[1]);
  if (prepared.kind !== 'view') {
    throw new Error(`expected a view, got ${prepared.kind}`);
  }
  return prepared.view;
}

describe('counted cells', () => {
  const frame = densityFrame([
    ['1', '0', 6, 3],
    ['1', '0.05', 6.1, 2],
    ['0', '0.15000000000000002', 6, 5],
    ['0', '0.05', 6.3, 0.5],
    ['0', '0.15', 6.3, 0.5],
  ]);

  it('reads text keys, and finds the interval through gaps and rounding noise', () => {
    const { items, mode, customers } = viewFrom([frame]);
    expect({ mode, customers, kind: items.kind }).toEqual({ mode: 'density', customers: 11, kind: 'cells' });
    expect(items.cellWidth).toBeCloseTo(0.05, 9);
    expect(items.cellHeight).toBeCloseTo(0.1, 9);
    expect(items.x[0]).toBeCloseTo(0.025, 9);
    expect(items.y[1]).toBeCloseTo(6.15, 9);
  });

  it('puts cells where those rounded to their whole-number keys are: half a unit below', () => {
    const scaled = toDataFrame({
      fields: [
        { name: 'rfm.log100_recency', type: FieldType.string, values: ['100', '105'] },
        { name: 'rfm.log100_monetary', type: FieldType.number, values: [600, 610] },
        { name: 'Count', type: FieldType.number, values: [3, 4] },
      ],
    });
    const { items, cellColumns } = viewFrom([scaled]);
    expect(items.x[0]! - items.cellWidth / 2).toBeCloseTo(0.995, 9);
    expect(items.y[1]! + items.cellHeight / 2).toBeCloseTo(6.195, 9);
    expect(cellColumns).toEqual({
      x: { column: 'rfm.log100_recency', factor: 100, offset: 0.5 },
      y: { column: 'rfm.log100_monetary', factor: 100, offset: 0.5 },
    });
  });

  it('orders clusters by number, and by rank where segments say so', () => {
    expect(viewFrom([frame]).clusters).toMatchObject([
      { key: '0', count: 6, slot: 0, name: undefined },
      { key: '1', count: 5, slot: 1, name: undefined },
    ]);
    const segments = segmentsFrame([
      { cluster: 0, rank: 2, name: 'Middle' },
      { cluster: 1, rank: 1, name: 'Core loyal', 'centroid.log_recency': 0.03, 'centroid.log_monetary': 6.05 },
    ]);
    const view = viewFrom([frame, segments]);
    expect(view.clusters).toMatchObject([
      { key: '1', rank: 1, name: 'Core loyal', slot: 1, centroid: [expect.closeTo(0.03), expect.closeTo(6.05)] },
      { key: '0', rank: 2, name: 'Middle', slot: 0 },
    ]);
    expect([...view.items.cluster]).toEqual([0, 0, 1, 1, 1]);
    expect(view.computedAt).toBe(Date.UTC(2026, 10, 20, 2));
  });

  it('starts a log axis at 0 and never below', () => {
    const { x } = viewFrom([frame]);
    expect(x).toMatchObject({ scale: 'log1p', title: 'recency', constant: false });
    expect(x.domain[0]).toBe(0);
  });

  it('leaves the frame as it was', () => {
    const before = JSON.stringify(frame.fields.map((field) => field.values));
    viewFrom([frame]);
    expect(JSON.stringify(frame.fields.map((field) => field.values))).toBe(before);
  });
});

describe('customers one by one', () => {
  const rows = [
    { token: 'C-1', logRecency: 1, logMonetary: 6, cluster: 0, persona: 'Middle', monetary: 100, churn: 0.2 },
    { token: 'C-2', logRecency: 2, logMonetary: null, cluster: 0 },
    { token: 'C-3', logRecency: 1.5, logMonetary: 7, cluster: 2, persona: 'Core loyal', monetary: 300, churn: 0.1 },
    { token: 'C-4', logRecency: 0, logMonetary: 6.5, cluster: null },
  ];

  it('leaves out rows without a place and says how many', () => {
    const view = viewFrom([customersFrame(rows)]);
    expect(view).toMatchObject({ mode: 'points', customers: 3, leftOut: 1, spend: 400, clustersMissing: false });
    expect(view.items.names).toEqual(['C-1', 'C-3', 'C-4']);
  });

  it('names clusters by persona and puts customers without one last, without colour', () => {
    expect(viewFrom([customersFrame(rows)]).clusters).toMatchObject([
      { key: '0', name: 'Middle', slot: 0 },
      { key: '2', name: 'Core loyal', slot: 2 },
      { key: '', name: undefined, slot: undefined, count: 1 },
    ]);
  });

  it('takes the unit from the untransformed twin of a log column', () => {
    expect(viewFrom([customersFrame(rows)]).y).toMatchObject({
      title: 'monetary',
      unit: 'currencyKRW',
      scale: 'log1p',
    });
  });

  it('compares by plain numbers only', () => {
    const { measures } = viewFrom([customersFrame(rows)]).items;
    expect(measures.map(({ field }) => field)).toEqual(['churn_probability', 'rfm.monetary']);
    expect([...measures[0]!.values]).toEqual([0.2, 0.1, NaN]);
  });

  it('announces the cut at the requested size, with the total where another frame counts it', () => {
    const frame = customersFrame(rows);
    expect(viewFrom([frame]).truncation).toBeUndefined();
    expect(viewFrom([frame], automatic, new Map([['A', 5]])).truncation).toBeUndefined();
    expect(viewFrom([frame], automatic, new Map([['A', 4]])).truncation).toEqual({ shown: 4 });
    const counted = toDataFrame({
      refId: 'T',
      fields: [
        { name: 'world', type: FieldType.string, values: ['card', 'play'] },
        { name: 'Count', type: FieldType.number, values: [80, 12] },
      ],
    });
    expect(viewFrom([frame, counted], automatic, new Map([['A', 4]])).truncation).toEqual({ shown: 4, total: 92 });
  });

  it('says when no customer has a cluster', () => {
    expect(
      viewFrom([customersFrame([{ token: 'C-1', logRecency: 1, logMonetary: 1, cluster: null }])]).clustersMissing
    ).toBe(true);
  });

  it('says when an axis is constant, and still gives it room', () => {
    const { x } = viewFrom([
      customersFrame([
        { token: 'C-1', logRecency: 1, logMonetary: 1, cluster: 0 },
        { token: 'C-2', logRecency: 1, logMonetary: 2, cluster: 0 },
      ]),
    ]);
    expect(x.constant).toBe(true);
    expect(x.domain).toEqual([0.5, 1.5]);
  });
});

describe('both queries at once', () => {
  const cells = densityFrame([['0', '0', 6, 3]]);
  const customers = customersFrame([{ token: 'C-1', logRecency: 1, logMonetary: 6, cluster: 0 }]);

  it('draws the points that a query went to the cost of, and density from cells', () => {
    expect(viewFrom([customers, cells], { mode: 'density', fields: {} })).toMatchObject({
      items: { kind: 'cells' },
      pointsAvailable: true,
    });
    const view = viewFrom([cells, customers]);
    expect(view.items.kind).toBe('points');
    expect(view.truncation).toEqual({ shown: 1, total: 3 });
  });
});

describe('other data', () => {
  it('draws density where the query for points is switched off and returns nothing', () => {
    expect(viewFrom([densityFrame([['0', '0', 6, 3]]), customersFrame([])])).toMatchObject({
      mode: 'density',
      pointsAvailable: false,
    });
  });

  it('is empty without frames or rows', () => {
    expect(prepareSegmentExplorer([], automatic)).toEqual({ kind: 'empty' });
    expect(prepareSegmentExplorer([customersFrame([])], automatic)).toEqual({ kind: 'empty' });
    expect(prepareSegmentExplorer([segmentsFrame([{}])], automatic)).toEqual({ kind: 'empty' });
  });

  it('takes the first two numbers of any table for axes', () => {
    const view = viewFrom([
      toDataFrame({
        fields: [
          { name: 'label', type: FieldType.string, values: ['a', 'b'] },
          { name: 'height', type: FieldType.number, values: [1, 2] },
          { name: 'weight', type: FieldType.number, values: [3, 4] },
        ],
      }),
    ]);
    expect([view.x.column, view.y.column, view.x.scale]).toEqual(['height', 'weight', 'linear']);
  });

  it('places customers as the user chose, by values or by their logarithms, whichever there are', () => {
    const frame = customersFrame([
      { token: 'C-1', logRecency: 1, logMonetary: 6, cluster: 0, monetary: 99 },
      { token: 'C-2', logRecency: 2, logMonetary: 7, cluster: 0, monetary: -1_000 },
    ]);
    const place = (x: AxisChoice, y: AxisChoice): ExplorerView =>
      viewFrom([frame], { mode: 'auto', fields: {}, axes: { x, y } });
    const view = place({ field: 'rfm.recency', scale: 'linear' }, { field: 'rfm.monetary', scale: 'asinh' });
    expect([...view.items.x].map(Math.round)).toEqual([9, 99]);
    expect([...view.items.y]).toEqual([Math.asinh(99), Math.asinh(-1_000)]);
    expect([view.x, view.y]).toMatchObject([
      { column: 'rfm.recency', scale: 'linear' },
      { column: 'rfm.monetary', scale: 'asinh', unit: 'currencyKRW' },
    ]);
    expect(view.ownColumns).toEqual({ x: 'rfm.recency', y: 'rfm.monetary' });
    const log = place({ field: 'rfm.recency', scale: 'log1p' }, { field: 'rfm.monetary', scale: 'log1p' });
    expect([log.items.length, log.leftOut]).toEqual([1, 1]);
    expect(view.axisChoices).toEqual(['rfm.recency', 'rfm.monetary', 'churn_probability']);
  });

  it('reports which roles are missing when there are no two numbers', () => {
    const prepared = prepareSegmentExplorer(
      [
        toDataFrame({
          fields: [
            { name: 'user_id', type: FieldType.string, values: ['C-1'] },
            { name: 'rfm.log_recency', type: FieldType.number, values: [1] },
          ],
        }),
      ],
      automatic
    );
    expect(prepared).toMatchObject({ kind: 'misconfigured', columns: 2 });
    const roles = prepared.kind === 'misconfigured' ? prepared.roles : [];
    expect(roles.find((role) => role.role === 'x')).toMatchObject({ found: true, column: 'rfm.log_recency' });
    expect(roles.find((role) => role.role === 'y')).toMatchObject({ found: false, required: true });
  });

  it('does as the options say, and reports a chosen column that is not there', () => {
    const frame = customersFrame([{ token: 'C-1', logRecency: 1, logMonetary: 6, cluster: 0, monetary: 5 }]);
    expect(viewFrom([frame], { mode: 'auto', fields: { y: 'rfm.monetary' } }).y).toMatchObject({
      column: 'rfm.monetary',
      scale: 'linear',
    });
    expect(prepareSegmentExplorer([frame], { mode: 'auto', fields: { x: 'gone' } }).kind).toBe('misconfigured');
  });
});
