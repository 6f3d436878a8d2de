import { matrix } from '@spendscope/analytics';
import { type Anomaly, type Transaction, anomalyFloor } from '@spendscope/contracts';
import { baselineOf } from '../analyze/detect/baseline';
import { scorePart } from '../analyze/detect/scoreDocuments';
import { eachFeatures, featureCount } from '../analyze/detect/transactionFeatures';
import type { Detector } from '../models/detectorModel';
import type { KnownCustomer } from './customerMemory';

/** The anomaly document of the customer's newest transaction, or undefined where its score is below the floor. */
export function scoreLive(
  detector: Detector,
  { history }: KnownCustomer,
  transaction: Transaction,
  run: { runId: string; at: Date }
): Anomaly | undefined {
  const baseline = baselineOf(history, detector.population);
  let features: Float64Array | undefined;
  eachFeatures(history, baseline, (_, values) => (features = values.slice()), history.count - 1);
  const raw = detector.parts.map(({ model }) => model.score(matrix(features!, featureCount))[0]!);
  const part = scorePart(detector, raw, features!, baseline);
  if (part.anomalyScore < anomalyFloor) {
    return undefined;
  }
  // An anomaly has the transaction's fields, but for the name of its time and the order.
  const { '@timestamp': timestamp, order_id: _order, ...rest } = transaction;
  return {
    ...rest,
    ...part,
    timestamp,
    scored_at: run.at.toISOString(),
    entity_type: 'transaction',
    run_id: run.runId,
  };
}
