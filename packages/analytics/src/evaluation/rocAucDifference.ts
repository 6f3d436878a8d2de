import { AnalyticsError } from '../analyticsError';
import { checkValues } from '../matrix';
import { moments } from '../statistics/describe';
import { normalQuantile } from '../statistics/normalQuantile';
import { midRanks } from '../statistics/ranks';

export interface RocAucDifference {
  /** areas of both rankings, of the same rows */
  first: number;
  second: number;
  /** second − first, with its confidence interval */
  difference: number;
  low: number;
  high: number;
}

/**
 * By how much one ranking's area under the ROC curve differs from another's on the same rows: the paired interval of
 * DeLong, DeLong and Clarke-Pearson (Biometrics 1988), by mid-ranks as Sun and Xu do (IEEE SPL 2014). Both models err on
 * the same rows, so this is narrower than what two separate intervals tell.
 *
 * @throws AnalyticsError `one_class` where there are fewer than two rows of a kind
 */
export function rocAucDifference(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  labels: ArrayLike<number>,
  confidence = 0.95
): RocAucDifference {
  if (first.length !== labels.length || second.length !== labels.length) {
    throw new AnalyticsError('shape', `${labels.length} labels do not fit ${first.length} and ${second.length} scores.`); // prettier-ignore
  }
  const [a, b] = [placements(first, labels), placements(second, labels)];
  const [positives, negatives] = [a.positive.length, a.negative.length];
  if (positives < 2 || negatives < 2) {
    throw new AnalyticsError('one_class', 'Two rankings can be compared only with two rows of both kinds at least.');
  }
  const varianceOf = (x: Float64Array, y: Float64Array): number => moments(x.map((value, i) => y[i]! - value)).variance;
  const error = Math.sqrt(
    varianceOf(a.positive, b.positive) / positives + varianceOf(a.negative, b.negative) / negatives
  );
  const difference = b.area - a.area;
  const half = normalQuantile(0.5 + confidence / 2) * error;
  return { first: a.area, second: b.area, difference, low: difference - half, high: difference + half };
}

/** Of each row the share of the other kind's that it stands on the right side of, ties counted half. */
function placements(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>
): { positive: Float64Array; negative: Float64Array; area: number } {
  checkValues(scores, 'Ranking');
  const rows = Array.from({ length: scores.length }, (_, row) => row);
  const ofAll = midRanks(scores).ranks;
  const shares = (chosen: readonly number[], others: number): Float64Array => {
    const within = midRanks(chosen.map((row) => scores[row]!)).ranks;
    return Float64Array.from(chosen, (row, at) => (ofAll[row]! - within[at]!) / others);
  };
  const positives = rows.filter((row) => labels[row]! > 0);
  const negatives = rows.filter((row) => !(labels[row]! > 0));
  const positive = shares(positives, negatives.length);
  return {
    positive,
    negative: shares(negatives, positives.length).map((below) => 1 - below),
    area: positive.reduce((sum, share) => sum + share, 0) / positive.length,
  };
}
