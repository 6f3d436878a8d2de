import { AnalyticsError } from '../analyticsError';

/**
 * Assigns each row a column of its own at least total cost: the Hungarian method in its shortest-path form with
 * potentials (Kuhn 1955; Jonker & Volgenant 1987), O(rows² · columns).
 *
 * @param costs rows × columns, at most as many rows as columns
 * @returns the column of each row
 */
export function hungarian(costs: readonly (readonly number[])[]): number[] {
  const rows = costs.length;
  const columns = costs[0]?.length ?? 0;
  if (rows > columns || costs.some((row) => row.length !== columns || row.some((cost) => !Number.isFinite(cost)))) {
    throw new AnalyticsError('shape', 'Costs must be finite, in rows of equal length, with no more rows than columns.');
  }
  // Row and column 0 are helpers: rowOf[0] is the row that is being placed.
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  const before = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    const slack = new Float64Array(columns + 1).fill(Infinity);
    const visited = new Uint8Array(columns + 1);
    let column = 0;
    do {
      visited[column] = 1;
      const current = rowOf[column]!;
      let least = Infinity;
      let next = 0;
      for (let j = 1; j <= columns; j++) {
        if (visited[j]) {
          continue;
        }
        const reduced = costs[current - 1]![j - 1]! - rowPotential[current]! - columnPotential[j]!;
        if (reduced < slack[j]!) {
          slack[j] = reduced;
          before[j] = column;
        }
        if (slack[j]! < least) {
          least = slack[j]!;
          next = j;
        }
      }
      for (let j = 0; j <= columns; j++) {
        if (visited[j]) {
          rowPotential[rowOf[j]!]! += least;
          columnPotential[j]! -= least;
        } else {
          slack[j]! -= least;
        }
      }
      column = next;
    } while (rowOf[column] !== 0);
    for (; column !== 0; column = before[column]!) {
      rowOf[column] = rowOf[before[column]!]!;
    }
  }
  const columnOf = new Array<number>(rows).fill(-1);
  for (let j = 1; j <= columns; j++) {
    if (rowOf[j]! > 0) {
      columnOf[rowOf[j]! - 1] = j - 1;
    }
  }
  return columnOf;
}
