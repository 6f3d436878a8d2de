import type { CustomerSelection } from '@spendscope/contracts';
import { selectionQuery } from './selectionQuery';

const axes = {
  x: { field: 'rfm.recency', scale: 'log1p' },
  y: { field: 'rfm.monetary', scale: 'linear' },
} as const;
const box = { kind: 'box' as const, box: { xMin: 1, xMax: 2, yMin: 10, yMax: 20 } };
const boxRange = {
  bool: {
    filter: [{ range: { 'rfm.recency': { gte: 9, lte: 99 } } }, { range: { 'rfm.monetary': { gte: 10, lte: 20 } } }],
  },
};
const placed = [{ exists: { field: 'rfm.recency' } }, { exists: { field: 'rfm.monetary' } }];
const filterOf = (selection: CustomerSelection): unknown =>
  (selectionQuery(selection).query as { bool: { filter: unknown[] } }).bool.filter;

describe('selectionQuery', () => {
  it('asks for boxes in values, not in positions', () => {
    expect(selectionQuery({ axes, steps: [{ operation: 'replace', shape: box }] })).toEqual({
      exact: true,
      query: { bool: { filter: [...placed, boxRange] } },
    });
  });

  it('adds and takes away', () => {
    expect(
      filterOf({
        axes,
        steps: [
          { operation: 'replace', shape: box },
          { operation: 'subtract', shape: box },
          { operation: 'add', shape: box },
        ],
      })
    ).toEqual([
      ...placed,
      {
        bool: {
          should: [{ bool: { filter: [boxRange], must_not: [boxRange] } }, boxRange],
          minimum_should_match: 1,
        },
      },
    ]);
  });

  it('finds too many rather than too few for a lasso, and says so', () => {
    const lasso = {
      kind: 'lasso' as const,
      points: [
        [1, 10],
        [2, 10],
        [2, 20],
      ] as [number, number][],
    };
    const added = selectionQuery({ axes, steps: [{ operation: 'replace', shape: lasso }] });
    expect(added).toEqual({ exact: false, query: { bool: { filter: [...placed, boxRange] } } });
    const taken: CustomerSelection = { axes, steps: [{ operation: 'subtract', shape: lasso }] };
    expect(filterOf(taken)).toEqual([...placed, { match_all: {} }]);
  });

  it('cuts down to clusters and to the dashboard’s filter', () => {
    expect(selectionQuery({ steps: [], clusters: [0, 4], filter: 'grade:VIP' })).toEqual({
      exact: true,
      query: {
        bool: {
          filter: [
            { terms: { cluster: [0, 4] } },
            { query_string: { query: 'grade:VIP', analyze_wildcard: true, allow_leading_wildcard: false } },
          ],
        },
      },
    });
  });

  it.each(['user_id', 'rfm', 'nothing', '__proto__.x', 'constructor'])('refuses %s as an axis', (field) => {
    const strange = { ...axes, x: { field, scale: 'linear' as const } };
    expect(() => selectionQuery({ axes: strange, steps: [{ operation: 'replace', shape: box }] })).toThrow(
      expect.objectContaining({ code: 'axis_unknown' })
    );
  });

  it('refuses shapes without axes', () => {
    expect(() => selectionQuery({ steps: [{ operation: 'replace', shape: box }] })).toThrow(
      expect.objectContaining({ code: 'axes_missing' })
    );
  });
});
