import { matrix, type Matrix } from '../matrix';
import { squaredDistance } from './squaredDistance';

/** The nearest centre of each row; the lower number on a tie. */
export function nearestCentres(m: Matrix, centres: Float64Array): Int32Array {
  const k = matrix(centres, m.columns).rows;
  const labels = new Int32Array(m.rows);
  for (let i = 0; i < m.rows; i++) {
    let least = Infinity;
    for (let c = 0; c < k; c++) {
      const distance = squaredDistance(m.data, i * m.columns, centres, c * m.columns, m.columns);
      if (distance < least) {
        least = distance;
        labels[i] = c;
      }
    }
  }
  return labels;
}
