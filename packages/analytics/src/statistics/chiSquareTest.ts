import { AnalyticsError } from '../analyticsError';
import { type CountTable, margins } from './contingency';
import { type Interval, checkConfidence } from './describe';
import { chiSquareTails } from './distributions/chiSquare';
import { noncentralChiSquare, noncentralityAt } from './distributions/noncentral';

export interface ChiSquareTest extends Interval {
  chiSquare: number;
  df: number;
  p: number;
  /** smallest count expected without a relation; below 5 prefer Fisher's exact test */
  leastExpected: number;
  /** √(χ² ÷ (n · least of rows − 1 and columns − 1)), 0 to 1: too high in small samples and large tables */
  cramersV: number;
  /** the same less what chance alone gives, √max(0, χ² − df): the estimate to which the interval low … high belongs */
  correctedV: number;
}

/**
 * Pearson's chi-square test of independence, without continuity correction unless `yates` (2 × 2 only). Empty rows and
 * columns are left out. The interval of V inverts the noncentral distribution (Smithson 2003).
 *
 * @throws AnalyticsError `one_class` where fewer than two rows or columns have a case
 */
export function chiSquareTest(
  table: CountTable,
  { yates = false, confidence = 0.95 }: { yates?: boolean; confidence?: number } = {}
): ChiSquareTest {
  checkConfidence(confidence);
  const { rows, columns, total } = margins(table, 'The chi-square test');
  const usedRows = rows.filter((count) => count > 0).length;
  const usedColumns = columns.filter((count) => count > 0).length;
  if (usedRows < 2 || usedColumns < 2) {
    throw new AnalyticsError('one_class', 'The chi-square test needs cases in at least two rows and two columns.');
  }
  let chiSquare = 0;
  let leastExpected = Infinity;
  const shift = yates && usedRows === 2 && usedColumns === 2 ? 0.5 : 0;
  table.forEach((row, i) =>
    row.forEach((count, j) => {
      const expected = rows[i]! * (columns[j]! / total);
      if (expected > 0) {
        const distance = Math.abs(count - expected);
        chiSquare += Math.max(0, distance - Math.min(shift, distance)) ** 2 / expected;
        leastExpected = Math.min(leastExpected, expected);
      }
    })
  );
  const df = (usedRows - 1) * (usedColumns - 1);
  const scale = total * (Math.min(usedRows, usedColumns) - 1);
  const bound = (share: number): number =>
    noncentralityAt(share, (noncentrality) => noncentralChiSquare(chiSquare, df, noncentrality), chiSquare);
  return {
    chiSquare,
    df,
    p: chiSquareTails(chiSquare, df).upper,
    leastExpected,
    cramersV: Math.min(1, Math.sqrt(chiSquare / scale)),
    correctedV: Math.min(1, Math.sqrt(Math.max(0, chiSquare - df) / scale)),
    low: Math.min(1, Math.sqrt(bound(0.5 + confidence / 2) / scale)),
    high: Math.min(1, Math.sqrt(bound(0.5 - confidence / 2) / scale)),
  };
}
