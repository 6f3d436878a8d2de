import type { Points } from './points';
import { squaredDistance } from './squaredDistance';

export interface Lloyd {
  /** k × columns */
  centres: Float64Array;
  /** cluster of each row, 0 to k − 1 */
  labels: Int32Array;
  counts: Int32Array;
  /** sum of squared distances of rows to their centres */
  inertia: number;
  iterations: number;
  converged: boolean;
}

/**
 * Lloyd's iterations from given centres. Rows are told how far the centres have moved, so that they need not be measured
 * where nothing can have changed (see assembly/kMeans.ts).
 */
export function lloyd(points: Points, start: Float64Array, stop: { maxIterations: number; limit: number }): Lloyd {
  const k = start.length / points.columns;
  const spent = new Float64Array(k);
  let centres = start;
  let iterations = 0;
  let converged = false;
  points.begin(k);
  while (!converged && iterations < stop.maxIterations) {
    iterations++;
    const changed = points.assign(centres, spent);
    const relocated = fillEmpty(points, centres);
    const next = means(points, centres);
    const moves = Array.from({ length: k }, (_, c) => squaredDistance(next, c * points.columns, centres, c * points.columns, points.columns)); // prettier-ignore
    spend(spent, moves.map(Math.sqrt));
    centres = next;
    const settled = moves.reduce((a, b) => a + b, 0) <= stop.limit || (iterations > 1 && changed === 0);
    converged = settled && !relocated;
  }
  // The centres have moved since: one more assignment makes labels and centres agree.
  points.assign(centres, spent);
  const { labels, counts } = points;
  const inertia = points.inertia(centres);
  return { centres, labels: labels.slice(), counts: counts.slice(), inertia, iterations, converged };
}

/** The mean of each cluster's rows; an empty one's centre stays. */
function means({ sums, counts, columns }: Points, centres: Float64Array): Float64Array {
  return centres.map((centre, at) => {
    const count = counts[Math.floor(at / columns)]!;
    return count > 0 ? sums[at]! / count : centre;
  });
}

/** A row may have come nearer to another centre by its own centre's move and the greatest move of the others. */
function spend(spent: Float64Array, moved: readonly number[]): void {
  for (let c = 0; c < spent.length; c++) {
    let others = 0;
    for (let other = 0; other < moved.length; other++) {
      others = other === c ? others : Math.max(others, moved[other]!);
    }
    spent[c]! += moved[c]! + others;
  }
}

/** An empty cluster takes the row that is farthest from its centre, out of a cluster that keeps others. */
function fillEmpty(points: Points, centres: Float64Array): boolean {
  let filled = false;
  for (let c = 0; c < points.counts.length; c++) {
    const row = points.counts[c] === 0 ? farthestRow(points, centres) : -1;
    if (row >= 0) {
      points.put(row, c);
      filled = true;
    }
  }
  return filled;
}

/** −1 where every row equals its centre or is alone. */
function farthestRow(points: Points, centres: Float64Array): number {
  const { labels, counts, columns } = points;
  let farthest = 0;
  let found = -1;
  for (let i = 0; i < points.rows; i++) {
    const own = labels[i]!;
    const distance = counts[own]! > 1 ? squaredDistance(points.row(i), 0, centres, own * columns, columns) : 0;
    if (distance > farthest) {
      farthest = distance;
      found = i;
    }
  }
  return found;
}
