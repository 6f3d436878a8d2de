import { AnalyticsError } from '../analyticsError';
import { checkValues } from '../matrix';

/**
 * Area under the ROC curve: the chance that a positive row scores above a negative one, ties counted half.
 *
 * @throws AnalyticsError `one_class` where positives or negatives are missing
 */
export function rocAuc(scores: ArrayLike<number>, labels: ArrayLike<number>): number {
  const { order, positives, negatives } = ranked(scores, labels);
  let wins = 0;
  let negativesBelow = order.length - positives;
  forTies(order, scores, (from, to) => {
    const above = countPositives(order, labels, from, to);
    const equalNegatives = to - from - above;
    negativesBelow -= equalNegatives;
    wins += above * (negativesBelow + equalNegatives / 2);
  });
  return wins / (positives * negatives);
}

/** Average precision: the area under the precision-recall curve as a sum of steps, ties taken together. */
export function averagePrecision(scores: ArrayLike<number>, labels: ArrayLike<number>): number {
  const { order, positives } = ranked(scores, labels);
  let found = 0;
  let area = 0;
  forTies(order, scores, (from, to) => {
    const more = countPositives(order, labels, from, to);
    found += more;
    area += (more / positives) * (found / to);
  });
  return area;
}

function ranked(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>
): { order: Uint32Array; positives: number; negatives: number } {
  checkValues(scores, 'Ranking');
  if (scores.length !== labels.length) {
    throw new AnalyticsError('shape', `${labels.length} labels do not fit ${scores.length} scores.`);
  }
  const order = Uint32Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => scores[b]! - scores[a]!);
  const positives = countPositives(order, labels, 0, order.length);
  const negatives = order.length - positives;
  if (positives === 0 || negatives === 0) {
    throw new AnalyticsError('one_class', 'A ranking can be judged only with both positive and negative labels.');
  }
  return { order, positives, negatives };
}

function countPositives(order: Uint32Array, labels: ArrayLike<number>, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    count += labels[order[i]!]! > 0 ? 1 : 0;
  }
  return count;
}

/** Runs of equal scores in the order, as half-open ranges. */
function forTies(order: Uint32Array, scores: ArrayLike<number>, visit: (from: number, to: number) => void): void {
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && scores[order[to]!] === scores[order[from]!]) {
      to++;
    }
    visit(from, to);
    from = to;
  }
}
