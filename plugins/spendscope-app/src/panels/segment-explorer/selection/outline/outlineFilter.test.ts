import { isSelected, shapeBox, type Box, type Point, type SelectionStep } from '@spendscope/contracts';
import { pointsInARow, viewOf } from '../../testing/items';
import { selectItems } from '../selection';
import { mostCharacters, outlineFilter } from './outlineFilter';

const box = (
  operation: SelectionStep['operation'],
  xMin: number,
  xMax: number,
  yMin: number,
  yMax: number
): SelectionStep => ({
  operation,
  shape: { kind: 'box', box: { xMin, xMax, yMin, yMax } },
});
const lasso = (operation: SelectionStep['operation'], points: Point[]): SelectionStep => ({
  operation,
  shape: { kind: 'lasso', points },
});
const circle = (corners: number, [x, y]: Point, reach: number): Point[] =>
  Array.from({ length: corners }, (_, i): Point => {
    const angle = (i / corners) * 2 * Math.PI;
    return [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach];
  });

/** Who passes such a filter: what Elasticsearch makes of ranges, AND and OR. */
function passes(filter: string, values: Readonly<Record<string, number>>): boolean {
  const holds = (column: string, range: string): boolean => {
    const [, from, to, closing] = /\[(\S+) TO ([^\s\]}]+)([\]}])/.exec(range)!;
    const value = values[column]!;
    const below = to === '*' || (closing === '}' ? value < Number(to) : value <= Number(to));
    return (from === '*' || value >= Number(from)) && below;
  };
  return [...filter.matchAll(/\((\S+?):(\[[^\]}]+[\]}]) AND (\S+?):(.+?)\)(?= OR \(y|$)/g)].some(
    ([, row, bounds, column, along]) =>
      holds(row!, bounds!) && along!.match(/\[[^\]}]+[\]}]/g)!.some((range) => holds(column!, range))
  );
}
const grid = Array.from({ length: 60 * 60 }, (_, i): Point => [(i % 60) / 6 + 0.03, Math.floor(i / 60) / 6 + 0.03]);
/** What is selected lies within. */
const around = (steps: readonly SelectionStep[]): Box =>
  steps
    .map(({ shape }) => shapeBox(shape))
    .reduce((a, b) => ({
      xMin: Math.min(a.xMin, b.xMin),
      xMax: Math.max(a.xMax, b.xMax),
      yMin: Math.min(a.yMin, b.yMin),
      yMax: Math.max(a.yMax, b.yMax),
    }));
const view = viewOf(pointsInARow([0]));
const differing = (steps: readonly SelectionStep[], filter: string): number =>
  grid.filter(([x, y]) => passes(filter, { x, y }) !== isSelected(steps, x, y)).length;

describe('outlineFilter', () => {
  it.each([
    ['two boxes', [box('replace', 1, 4, 1, 4), box('add', 6, 9, 2, 8)]],
    ['a hole', [box('replace', 1, 9, 1, 9), box('subtract', 3, 5, 3, 5)]],
    ['boxes that overlap', [box('replace', 1, 6, 1, 6), box('add', 4, 9, 4, 9), box('subtract', 5, 7, 0, 5)]],
  ])('says boxes exactly: %s', (_, steps) => {
    const { filter, exact } = outlineFilter(view, steps, around(steps))!;
    expect([exact, differing(steps, filter)]).toEqual([true, 0]);
  });

  it('follows lassos row by row, concave ones and holes too', () => {
    const arrow: Point[] = [[1, 1], [9, 1], [9, 9], [5, 3], [1, 9]]; // prettier-ignore
    for (const steps of [
      [lasso('replace', arrow)],
      [lasso('replace', circle(200, [5, 5], 4)), lasso('subtract', circle(100, [5, 5], 2))],
    ]) {
      const { filter, exact } = outlineFilter(view, steps, around(steps))!;
      expect(exact).toBe(false);
      expect(differing(steps, filter)).toBeLessThan(grid.length / 60);
    }
  });

  it('writes values, not positions of the axes’ scales', () => {
    const log = viewOf(pointsInARow([0]), { x: { ...view.x, scale: 'log1p' }, y: { ...view.y, scale: 'asinh' } });
    const steps = [box('replace', 1, 2, 0, Math.asinh(50)), box('add', 3, 4, 0, Math.asinh(50))];
    expect(outlineFilter(log, steps, around(steps))!.filter).toMatch(
      /^\(y:\[0 TO 50\.0000\d\} AND x:\(\[9 TO 99\] OR \[999 TO 9999\]\)\)$/
    );
  });

  it('begins with everybody where something is taken away only', () => {
    const steps = [box('subtract', 1, 2, 0, 10)];
    const { filter } = outlineFilter(view, steps, { xMin: 0, xMax: 10, yMin: 0, yMax: 10 })!;
    expect(filter).toContain('x:([* TO 1] OR [2 TO *])');
  });

  it('says cells exactly, by the buckets that the query asked for', () => {
    const [columns, rows] = [12, 8];
    const place = Array.from(
      { length: columns * rows * 2 },
      (_, i) => [i % columns, Math.floor(i / columns) % rows] as const
    );
    const cells = viewOf(
      pointsInARow(
        place.map((_, i) => (i < columns * rows ? 0 : 1)),
        {
          kind: 'cells',
          x: Float64Array.from(place, ([column]) => 0.995 + (column + 0.5) * 0.05),
          y: Float64Array.from(place, ([, row]) => 5.995 + (row + 0.5) * 0.1),
          cellWidth: 0.05,
          cellHeight: 0.1,
        }
      ),
      { cellColumns: { x: { column: 'x', factor: 100, offset: 0.5 }, y: { column: 'y', factor: 100, offset: 0.5 } } }
    );
    const steps = [lasso('replace', circle(40, [1.3, 6.4], 0.22)), lasso('subtract', circle(40, [1.3, 6.4], 0.08))];
    const mask = selectItems(cells.items, steps, new Set())!;
    const { filter, exact } = outlineFilter(cells, steps, around(steps), mask)!;
    expect(exact).toBe(true);
    const found = place.map(([column, row]) => passes(filter, { x: 102 + column * 5, y: 609 + row * 10 }));
    expect(found.map(Number)).toEqual([...mask]);
    expect(found.filter(Boolean).length).toBeGreaterThan(10);
  });

  it('stays short, with fewer rows where an outline has many stretches', () => {
    const comb = Array.from({ length: 20 }, (_, i): Point[] => [
      [i / 2, 0],
      [i / 2 + 0.12, 10 - (i % 3)],
      [i / 2 + 0.25, 0],
    ]).flat();
    const { filter } = outlineFilter(view, [lasso('replace', comb)], { xMin: 0, xMax: 10, yMin: 0, yMax: 10 })!;
    expect(filter.length).toBeLessThanOrEqual(mostCharacters);
    expect(filter.split(' OR (y:').length).toBeGreaterThan(3);
  });
});
