import { checkLabels } from '../labels';
import { checkValues } from '../matrix';

/** A rising curve through knots; linear between them, flat beyond. */
export interface Isotonic {
  scores: number[];
  probabilities: number[];
}

/**
 * The rising function of the score that is nearest to the labels, by pooling adjacent violators (Ayer et al. 1955;
 * Zadrozny & Elkan, KDD 2002). Equal scores are taken together. Give it out-of-fold scores.
 */
export function fitIsotonic(scores: ArrayLike<number>, labels: ArrayLike<number>): Isotonic {
  checkValues(scores, 'Isotonic calibration');
  checkLabels(labels, scores.length, 'Isotonic calibration');
  const order = Uint32Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => scores[a]! - scores[b]!);
  const blocks: { from: number; to: number; sum: number; rows: number }[] = [];
  for (const row of order) {
    const score = scores[row]!;
    const last = blocks.at(-1);
    if (last?.to === score && last.from === score) {
      last.sum += labels[row]!;
      last.rows++;
    } else {
      blocks.push({ from: score, to: score, sum: labels[row]!, rows: 1 });
    }
  }
  const pooled: typeof blocks = [];
  for (const block of blocks) {
    let next = block;
    for (let last = pooled.at(-1); last && last.sum * next.rows >= next.sum * last.rows; last = pooled.at(-1)) {
      pooled.pop();
      next = { from: last.from, to: next.to, sum: last.sum + next.sum, rows: last.rows + next.rows };
    }
    pooled.push(next);
  }
  const curve: Isotonic = { scores: [], probabilities: [] };
  for (const { from, to, sum, rows } of pooled) {
    for (const knot of from === to ? [from] : [from, to]) {
      curve.scores.push(knot);
      curve.probabilities.push(sum / rows);
    }
  }
  return curve;
}

export function isotonicProbability(score: number, { scores, probabilities }: Isotonic): number {
  let high = scores.findIndex((knot) => knot >= score);
  if (high < 0) {
    return probabilities.at(-1)!;
  }
  high = Math.max(high, 0);
  if (high === 0 || scores[high] === score) {
    return probabilities[high]!;
  }
  const part = (score - scores[high - 1]!) / (scores[high]! - scores[high - 1]!);
  return probabilities[high - 1]! + part * (probabilities[high]! - probabilities[high - 1]!);
}
