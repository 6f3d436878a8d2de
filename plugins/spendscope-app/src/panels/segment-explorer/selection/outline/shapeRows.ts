import { type AxisScale, type Box, type SelectionStep, shapeBox, toValue } from '@spendscope/contracts';
import type { Row } from './lucene';
import { selectedStretches } from './stretches';

/** Edges of boxes, where a row must end, and others so close that a lasso is followed. */
function edgesOf(steps: readonly SelectionStep[], { yMin, yMax }: Box, rows: number): number[] {
  const between = steps.some(({ shape }) => shape.kind === 'lasso')
    ? Array.from({ length: rows - 1 }, (_, i) => yMin + ((i + 1) / rows) * (yMax - yMin))
    : [];
  const boxes = steps.flatMap(({ shape }) => {
    const box = shapeBox(shape);
    return [box.yMin, box.yMax];
  });
  const inside = [...boxes, ...between].filter((edge) => edge > yMin && edge < yMax);
  return [yMin, ...[...new Set(inside)].sort((a, b) => a - b), yMax];
}

/**
 * What steps select as rows of values: boxes to the hair, a lasso by where it runs through each row's middle.
 *
 * @param bounds of what is selected, in positions
 * @param rows that a lasso is cut into
 */
export function shapeRows(
  steps: readonly SelectionStep[],
  scales: Record<'x' | 'y', AxisScale>,
  bounds: Box,
  rows: number
): Row[] {
  const edges = edgesOf(steps, bounds, rows);
  return edges.slice(1).map((edge, i) => {
    const bottom = edges[i]!;
    return {
      bottom: toValue(scales.y, bottom),
      // Who lies on the upmost edge is in.
      top: i === edges.length - 2 ? justAbove(toValue(scales.y, edge)) : toValue(scales.y, edge),
      stretches: selectedStretches(steps, (bottom + edge) / 2).map(
        ([from, to]) => [toValue(scales.x, from), toValue(scales.x, to)] as const
      ),
    };
  });
}

/** By the last of the digits that are written. */
const justAbove = (value: number): number => value + Math.max(Math.abs(value) * 1e-6, 1e-9);
