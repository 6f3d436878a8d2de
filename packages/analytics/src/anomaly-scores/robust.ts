import { checkValues } from '../matrix';

/** Factor that makes the MAD of normal data its standard deviation. */
export const madToSigma = 1.4826;
/** The same for the mean absolute deviation from the median: √(π/2). */
const meanAdToSigma = 1.2533141373155001;

/** Median; the mean of the middle two for an even count. */
export function median(values: ArrayLike<number>): number {
  checkValues(values, 'Median');
  return medianOfSorted(Float64Array.from(values).sort());
}

function medianOfSorted(sorted: Float64Array): number {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Location and scale that a few outliers cannot move. */
export interface RobustScale {
  median: number;
  /** median absolute deviation, as it is */
  mad: number;
  /**
   * 1.4826 · MAD; where more than half of the values are equal and the MAD is 0, 1.2533 · mean absolute deviation
   * (Iglewicz & Hoaglin, "How to Detect and Handle Outliers", 1993); 0 where all values are equal
   */
  sigma: number;
}

export function robustScale(values: ArrayLike<number>): RobustScale {
  const centre = median(values);
  const deviations = Float64Array.from(values, (value) => Math.abs(value - centre)).sort();
  const mad = medianOfSorted(deviations);
  if (mad > 0) {
    return { median: centre, mad, sigma: madToSigma * mad };
  }
  const meanAd = deviations.reduce((sum, deviation) => sum + deviation, 0) / deviations.length;
  return { median: centre, mad, sigma: meanAdToSigma * meanAd };
}

/** (x − median) ÷ robust sigma; 0 where all of the history is equal to x, ±∞ where it is equal to something else. */
export function robustZ(x: number, scale: RobustScale): number {
  const distance = x - scale.median;
  if (scale.sigma > 0) {
    return distance / scale.sigma;
  }
  return distance === 0 ? 0 : Math.sign(distance) * Infinity;
}
