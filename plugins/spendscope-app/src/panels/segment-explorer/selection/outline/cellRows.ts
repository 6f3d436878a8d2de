import type { CellColumns, ExplorerItems } from '../../types';
import type { Row } from './lucene';

/**
 * Selected cells as rows, exactly: the edges of cells are those of the query's buckets. Places between two selected
 * cells of a row where there is no cell belong to them: nobody is there.
 *
 * @param mask 1 for selected cells; several clusters share a place, and one of them is enough
 */
export function cellRows(items: ExplorerItems, mask: Uint8Array, { x, y }: CellColumns): Row[] {
  const places = new Map<number, Map<number, boolean>>();
  for (let i = 0; i < items.length; i += 1) {
    const row = edge(items.y[i]! - items.cellHeight / 2, y.factor, y.offset);
    const column = edge(items.x[i]! - items.cellWidth / 2, x.factor, x.offset);
    const cells = places.get(row) ?? new Map<number, boolean>();
    places.set(row, cells.set(column, (cells.get(column) ?? false) || mask[i] === 1));
  }
  const [width, height] = [edge(items.cellWidth, x.factor), edge(items.cellHeight, y.factor)];
  return [...places]
    .sort(([a], [b]) => a - b)
    .map(([bottom, cells]) => ({ bottom, top: edge(bottom + height), stretches: runsOf(cells, width) }));
}

/** Keys of buckets are short decimals; what arithmetic adds to them is cut off. */
const edge = (position: number, factor = 1, offset = 0): number => Number((position * factor + offset).toPrecision(9));

function runsOf(cells: ReadonlyMap<number, boolean>, width: number): [number, number][] {
  const runs: [number, number][] = [];
  let open = false;
  for (const [column, selected] of [...cells].sort(([a], [b]) => a - b)) {
    if (selected && open) {
      runs.at(-1)![1] = edge(column + width);
    } else if (selected) {
      runs.push([column, edge(column + width)]);
    }
    open = selected;
  }
  return runs;
}
