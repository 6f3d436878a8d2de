import type { Box, SelectionStep } from '@spendscope/contracts';
import type { ExplorerView } from '../../types';
import { cellRows } from './cellRows';
import { rowsAsLucene } from './lucene';
import { shapeRows } from './shapeRows';

/** A filter has room for so many characters beside the dashboard's others, and so has a link. */
export const mostCharacters = 5_000;
/** Rows that a lasso is cut into; fewer where that takes too many characters. */
const ROWS = 48;
const FEWEST = 6;

export interface OutlineFilter {
  /** Lucene. */
  filter: string;
  /** False where the filter follows the outline row by row, and is off by up to a row's height. */
  exact: boolean;
}

/** Whether ranges of the bounding box say all: one box, drawn anew. */
export const isPlainBox = (steps: readonly SelectionStep[]): boolean =>
  steps.length === 1 && steps[0]!.operation === 'replace' && steps[0]!.shape.kind === 'box';

/**
 * The selected part of the plane as a filter that any panel's query understands: no customer is named. Undefined where
 * it would be too long.
 *
 * @param mask of the view's items, where they are cells; without, shapes are followed
 * @param bounds of what is selected
 */
export function outlineFilter(
  { x, y, items, cellColumns }: Pick<ExplorerView, 'x' | 'y' | 'items' | 'cellColumns'>,
  steps: readonly SelectionStep[],
  bounds: Box,
  mask?: Uint8Array
): OutlineFilter | undefined {
  if (mask && cellColumns) {
    const columns = { x: cellColumns.x.column, y: cellColumns.y.column };
    const filter = rowsAsLucene(cellRows(items, mask, cellColumns), columns, '}');
    if (filter.length <= mostCharacters) {
      return { filter, exact: true };
    }
  }
  const boxes = steps.every(({ shape }) => shape.kind === 'box');
  for (let rows = ROWS; rows >= FEWEST; rows = Math.floor(rows / 2)) {
    const followed = shapeRows(steps, { x: x.scale, y: y.scale }, bounds, rows);
    const filter = rowsAsLucene(followed, { x: x.column, y: y.column }, ']');
    if (filter.length <= mostCharacters) {
      return { filter, exact: boxes };
    }
  }
  return undefined;
}
