import type { BinBorders } from './binning';
import { missingBin } from './binning';
import { type Histogram, binsPerColumn } from './histogram';
import type { Cut } from './leafRows';

/** Sums over the rows of a leaf. */
export interface LeafSums {
  gradient: number;
  curvature: number;
  rows: number;
}

export interface Split extends Cut {
  gain: number;
  left: LeafSums;
  right: LeafSums;
}

export interface SplitLimits {
  leastRows: number;
  leastCurvature: number;
  /** L2 penalty on leaf values */
  penalty: number;
}

/**
 * The cut of a leaf that lowers the loss most (second-order gain: Friedman 2001; Chen & Guestrin, KDD 2016, equation 7).
 * Rows of a bin are estimated from its curvature, as LightGBM does (Ke et al., NIPS 2017). Rows without a value are
 * tried on either side; where the leaf has none they would follow the larger side.
 */
export function findSplit(
  histogram: Histogram,
  borders: BinBorders,
  sums: LeafSums,
  limits: SplitLimits
): Split | undefined {
  const { leastRows, leastCurvature, penalty } = limits;
  const perCurvature = sums.rows / sums.curvature;
  const whole = (sums.gradient * sums.gradient) / (sums.curvature + penalty);
  let best: Split | undefined;
  let bestGain = 1e-12 + 1e-15 * whole;
  for (let feature = 0; feature < borders.length; feature++) {
    const base = feature * 2 * binsPerColumn;
    const cuts = borders[feature]!.length;
    const missingGradient = histogram[base + 2 * missingBin]!;
    const missingCurvature = histogram[base + 2 * missingBin + 1]!;
    const withMissing = cuts > 0 && missingCurvature * perCurvature > 0.5;
    // A cut between the values and the missing is the last "border", tried with the missing on the right only.
    for (let side = 0; side < (withMissing ? 2 : 1); side++) {
      let gradient = side === 1 ? missingGradient : 0;
      let curvature = side === 1 ? missingCurvature : 0;
      const last = withMissing && side === 0 ? cuts + 1 : cuts;
      for (let bin = 0; bin < last; bin++) {
        gradient += histogram[base + 2 * bin]!;
        curvature += histogram[base + 2 * bin + 1]!;
        const rows = Math.round(curvature * perCurvature);
        if (rows < leastRows || curvature < leastCurvature) {
          continue;
        }
        const otherCurvature = sums.curvature - curvature;
        if (sums.rows - rows < leastRows || otherCurvature < leastCurvature) {
          break;
        }
        const otherGradient = sums.gradient - gradient;
        const gain =
          (gradient * gradient) / (curvature + penalty) +
          (otherGradient * otherGradient) / (otherCurvature + penalty) -
          whole;
        if (gain > bestGain) {
          bestGain = gain;
          best = {
            feature,
            bin,
            missingLeft: side === 1 || (!withMissing && 2 * rows >= sums.rows),
            gain,
            left: { gradient, curvature, rows },
            right: { gradient: otherGradient, curvature: otherCurvature, rows: sums.rows - rows },
          };
        }
      }
    }
  }
  return best;
}
