import { type Sequences, matrix } from '@spendscope/analytics';
import type { Baseline } from './baseline';
import type { CustomerHistory } from './customerHistory';
import { eachFeatures, featureCount } from './transactionFeatures';

/** The features of all transactions of one customer, as one sequence. */
export function customerFeatures(history: CustomerHistory, baseline: Baseline): Sequences {
  const data = new Float64Array(history.count * featureCount);
  eachFeatures(history, baseline, (row, features) => data.set(features, row * featureCount));
  return { m: matrix(data, featureCount), starts: [0] };
}
