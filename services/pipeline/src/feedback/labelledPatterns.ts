import type { Verdict } from './readVerdicts';

/** Transactions that people judged, as the detectors see them. Kept in the model's file. */
export interface LabelledPatterns {
  /** what makes differences of each feature comparable: its standard deviation in the training rows */
  scale: number[];
  patterns: { features: number[]; verdict: Verdict }[];
}

export const noPatterns: LabelledPatterns = { scale: [], patterns: [] };

/** Verdicts that a pattern must have met before it loses half of what it can lose: one label alone moves little. */
const prior = 4;
/** However often a pattern was called harmless, half of its score stays. */
const most = 0.5;
const width = 2;

/**
 * By how much labels lower the score of a transaction: 0 not at all, at most 0.5. Each judged transaction speaks for
 * others as far as they are like it (a Gaussian kernel over the standardised features); false positives lower, true
 * positives of the same pattern keep.
 */
export function loweredBy(features: ArrayLike<number>, { scale, patterns }: LabelledPatterns): number {
  let harmless = 0;
  let confirmed = 0;
  for (const pattern of patterns) {
    const weight = Math.exp(-width * meanSquare(features, pattern.features, scale));
    if (pattern.verdict === 'false_positive') {
      harmless += weight;
    } else {
      confirmed += weight;
    }
  }
  return (most * harmless) / (harmless + confirmed + prior);
}

function meanSquare(a: ArrayLike<number>, b: readonly number[], scale: readonly number[]): number {
  let sum = 0;
  for (let j = 0; j < b.length; j++) {
    sum += ((a[j]! - b[j]!) / scale[j]!) ** 2;
  }
  return sum / b.length;
}
