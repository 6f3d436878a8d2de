import { checkLabels } from '../labels';
import { sigmoid } from '../linear/sigmoid';
import { checkValues } from '../matrix';

/** probability = 1 ÷ (1 + e^(slope · score + shift)); the slope is below 0 where higher scores mean class 1. */
export interface Platt {
  slope: number;
  shift: number;
}

/**
 * Platt's scaling of scores to probabilities, with his smoothed targets, by the Newton method of Lin, Lin & Weng ("A note
 * on Platt's probabilistic outputs for support vector machines", Machine Learning 2007). Give it out-of-fold scores.
 */
export function fitPlatt(scores: ArrayLike<number>, labels: ArrayLike<number>): Platt {
  checkValues(scores, 'Platt scaling');
  checkLabels(labels, scores.length, 'Platt scaling');
  let positives = 0;
  for (let i = 0; i < labels.length; i++) {
    positives += labels[i]!;
  }
  const negatives = labels.length - positives;
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (negatives + 2);
  const loss = (a: number, b: number): number => {
    let sum = 0;
    for (let i = 0; i < scores.length; i++) {
      const target = labels[i]! > 0 ? high : low;
      const f = a * scores[i]! + b;
      sum += (f >= 0 ? target * f : (target - 1) * f) + Math.log1p(Math.exp(-Math.abs(f)));
    }
    return sum;
  };
  let slope = 0;
  let shift = Math.log((negatives + 1) / (positives + 1));
  let value = loss(slope, shift);
  for (let step = 0; step < 100; step++) {
    let [h11, h22, h21, g1, g2] = [1e-12, 1e-12, 0, 0, 0];
    for (let i = 0; i < scores.length; i++) {
      const p = sigmoid(-(slope * scores[i]! + shift));
      const weight = p * (1 - p);
      const off = (labels[i]! > 0 ? high : low) - p;
      h11 += scores[i]! * scores[i]! * weight;
      h22 += weight;
      h21 += scores[i]! * weight;
      g1 += scores[i]! * off;
      g2 += off;
    }
    if (Math.abs(g1) < 1e-9 && Math.abs(g2) < 1e-9) {
      break;
    }
    const determinant = h11 * h22 - h21 * h21;
    const a = -(h22 * g1 - h21 * g2) / determinant;
    const b = -(h11 * g2 - h21 * g1) / determinant;
    let size = 1;
    while (size > 1e-10 && loss(slope + size * a, shift + size * b) >= value + 1e-4 * size * (g1 * a + g2 * b)) {
      size /= 2;
    }
    if (size <= 1e-10) {
      break;
    }
    slope += size * a;
    shift += size * b;
    value = loss(slope, shift);
  }
  return { slope, shift };
}

export function plattProbabilities(scores: Float64Array, { slope, shift }: Platt): Float64Array {
  return scores.map((score) => sigmoid(-(slope * score + shift)));
}
