import { matrixRows, type Matrix } from '../matrix';
import type { Random } from '../random';
import { nearestCentres } from './nearestCentres';
import { squaredDistance } from './squaredDistance';

const batchRows = 10_000;

/** Centres that were learnt on a part of the rows, and how many rows each is the mean of. */
export interface LearntCentres {
  centres: Float64Array;
  counts: ArrayLike<number>;
}

/**
 * Moves centres on by batches of rows drawn from all: D. Sculley, "Web-Scale K-Means Clustering", WWW 2010. Each row pulls
 * its nearest centre by one over the number of rows that the centre has met, so that it stays their mean. As many rows are
 * drawn as there are.
 *
 * @returns new centres, and the sum of the squared moves in the last batch
 */
export function miniBatch(
  m: Matrix,
  start: LearntCentres,
  random: Random
): { centres: Float64Array; batches: number; lastMove: number } {
  const { columns } = m;
  const centres = start.centres.slice();
  const met = Float64Array.from(start.counts);
  const drawn = new Float64Array(Math.min(batchRows, m.rows));
  const batches = Math.ceil(m.rows / drawn.length);
  let lastMove = 0;
  for (let batch = 0; batch < batches; batch++) {
    for (let i = 0; i < drawn.length; i++) {
      drawn[i] = random.int(m.rows);
    }
    const rows = matrixRows(m, drawn);
    const before = centres.slice();
    nearestCentres(rows, before).forEach((cluster, i) => {
      const rate = 1 / ++met[cluster]!;
      for (let j = 0; j < columns; j++) {
        const at = cluster * columns + j;
        centres[at]! += rate * (rows.data[i * columns + j]! - centres[at]!);
      }
    });
    lastMove = squaredDistance(centres, 0, before, 0, centres.length);
  }
  return { centres, batches, lastMove };
}
