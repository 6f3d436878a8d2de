import { pointsInARow, viewOf } from '../testing/items';
import { summarizeSelection } from './summarizeSelection';

describe('summarizeSelection', () => {
  const items = pointsInARow([0, 0, 1, 1], {
    spend: Float64Array.of(10, 20, 30, 40),
    measures: [
      { field: 'churn_probability', values: Float64Array.of(0.8, 0.4, 0.1, NaN) },
      { field: 'orders', values: Float64Array.of(1, 1, 2, 2) },
      { field: 'balance', values: Float64Array.of(-1, -1, 5, 5) },
      { field: 'pca.pca1', values: Float64Array.of(1, 1, 9, 9) },
    ],
  });
  const view = viewOf(items, { spend: 100 });

  it('compares the selected with the rest', () => {
    const summary = summarizeSelection(view, Uint8Array.of(1, 1, 1, 0));
    expect(summary).toMatchObject({ count: 3, share: 0.75, spend: 60, spendShare: 0.6 });
    expect(summary.makeUp).toEqual([
      { cluster: 0, count: 2, share: 2 / 3 },
      { cluster: 1, count: 1, share: 1 / 3 },
    ]);
    expect(summary.bounds).toEqual({ xMin: 0, xMax: 2, yMin: 0, yMax: 0 });
    expect(summary.comparisons.churn_probability!.rest).toBeNaN();
  });

  it('ranks lifts by distance from 1 and leaves out ratios without meaning', () => {
    const { lifts } = summarizeSelection(view, Uint8Array.of(1, 1, 0, 0));
    expect(lifts.map(({ field }) => field)).toEqual(['churn_probability', 'orders']);
    expect(lifts[0]!.ratio).toBeCloseTo(6, 10);
    expect(lifts[1]!.ratio).toBe(0.5);
  });

  it('counts cells by their customers, and reaches to their edges', () => {
    const cells = pointsInARow([0, 1], {
      kind: 'cells',
      count: Float64Array.of(30, 10),
      cellWidth: 1,
      cellHeight: 0.5,
    });
    const summary = summarizeSelection(viewOf(cells), Uint8Array.of(1, 0));
    expect(summary).toMatchObject({ count: 30, share: 0.75 });
    expect(summary.bounds).toEqual({ xMin: -0.5, xMax: 0.5, yMin: -0.25, yMax: 0.25 });
    expect(summary.spend).toBeUndefined();
  });

  it('has no bounds and no make-up for an empty selection', () => {
    expect(summarizeSelection(view, new Uint8Array(4))).toMatchObject({ count: 0, share: 0, makeUp: [] });
    expect(summarizeSelection(view, new Uint8Array(4)).bounds).toBeUndefined();
  });
});
