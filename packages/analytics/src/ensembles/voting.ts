import { AnalyticsError } from '../analyticsError';

/** Mean of the models' probabilities. */
export function softVote(predictions: readonly Float64Array[]): Float64Array {
  return vote(predictions, (p) => p);
}

/** Share of models that say class 1, at one half each. */
export function hardVote(predictions: readonly Float64Array[]): Float64Array {
  return vote(predictions, (p) => (p >= 0.5 ? 1 : 0));
}

function vote(predictions: readonly Float64Array[], of: (probability: number) => number): Float64Array {
  if (predictions.length === 0) {
    throw new AnalyticsError('empty', 'A vote needs at least one model.');
  }
  return predictions[0]!.map((_, i) => predictions.reduce((sum, each) => sum + of(each[i]!), 0) / predictions.length);
}
