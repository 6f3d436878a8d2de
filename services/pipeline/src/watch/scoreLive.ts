import { calibrate } from '@spendscope/analytics';
import { type Anomaly, type Transaction, anomalyFloor } from '@spendscope/contracts';
import { baselineOf } from '../analyze/detect/baseline';
import { customerFeatures } from '../analyze/detect/customerFeatures';
import { combine } from '../analyze/detect/parts';
import { scorePart } from '../analyze/detect/scoreDocuments';
import { featureCount } from '../analyze/detect/transactionFeatures';
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
  const customer = customerFeatures(history, baseline);
  const last = history.count - 1;
  const raw = detector.parts.map(({ model }) => model.scoreLast(customer));
  const together = combine(detector.parts, (part) => raw[part]!);
  if (calibrate(together, detector.combination) < anomalyFloor) {
    return undefined;
  }
  const judged = detector.parts.map(({ model }, i) => ({ raw: raw[i]!, contributions: model.explain(customer)(last) }));
  const features = customer.m.data.subarray(last * featureCount);
  const part = scorePart(detector, judged, features, baseline);
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
