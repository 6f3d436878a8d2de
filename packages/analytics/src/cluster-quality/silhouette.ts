import { AnalyticsError } from '../analyticsError';
import { drawRows } from '../drawRows';
import { checkMatrix, matrixRows, type Matrix } from '../matrix';
import { Random } from '../random';
import { distanceSums } from './distanceSums';

/**
 * Mean silhouette over all rows (Rousseeuw 1987), exact: time grows with the square of the rows (20,000 rows take
 * about a second). A row alone in its cluster counts 0.
 *
 * @throws AnalyticsError on empty or non-finite input, or when all rows share one label
 */
export function silhouette(m: Matrix, labels: ArrayLike<number>): number {
  const each = silhouetteSamples(m, labels);
  return each.reduce((sum, value) => sum + value, 0) / each.length;
}

/** The silhouette of a seeded sample of rows, measured within the sample: for tables too large for all pairs. */
export function sampledSilhouette(
  m: Matrix,
  labels: ArrayLike<number>,
  options: { size: number; seed: number }
): number {
  if (m.rows <= options.size) {
    return silhouette(m, labels);
  }
  const rows = drawRows(m.rows, options.size, new Random(options.seed));
  return silhouette(
    matrixRows(m, rows),
    rows.map((row) => labels[row]!)
  );
}

/** The silhouette of each row, −1 to 1. */
export function silhouetteSamples(m: Matrix, labels: ArrayLike<number>): Float64Array {
  checkMatrix(m, 'Silhouette');
  const { counts, codes } = compactLabels(m.rows, labels);
  const k = counts.length;
  if (k < 2) {
    throw new AnalyticsError('one_class', 'A silhouette compares clusters: at least two labels are needed.');
  }
  const sums = distanceSums(m, codes, k);
  return Float64Array.from({ length: m.rows }, (_, i) => {
    const own = codes[i]!;
    if (counts[own] === 1) {
      return 0;
    }
    const within = sums[i * k + own]! / (counts[own]! - 1);
    let nearest = Infinity;
    for (let c = 0; c < k; c++) {
      nearest = c === own ? nearest : Math.min(nearest, sums[i * k + c]! / counts[c]!);
    }
    const larger = Math.max(within, nearest);
    return larger === 0 ? 0 : (nearest - within) / larger;
  });
}

/** Labels as 0 … k − 1 without gaps. */
function compactLabels(rows: number, labels: ArrayLike<number>): { codes: Int32Array; counts: number[] } {
  if (labels.length !== rows) {
    throw new AnalyticsError('shape', `${labels.length} labels do not fit ${rows} rows.`);
  }
  const known = new Map<number, number>();
  const counts: number[] = [];
  const codes = Int32Array.from(labels, (label) => {
    const code = known.get(label) ?? known.size;
    known.set(label, code);
    counts[code] = (counts[code] ?? 0) + 1;
    return code;
  });
  return { codes, counts };
}
