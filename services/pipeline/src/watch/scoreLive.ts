import { calibrate } from '@spendscope/analytics';
import { type Anomaly, type Transaction, anomalyFloor } from '@spendscope/contracts';
import { baselineOf, scaleOf } from '../analyze/detect/baseline';
import { customerFeatures } from '../analyze/detect/customerFeatures';
import type { CustomerHistory } from '../analyze/detect/customerHistory';
import { combine } from '../analyze/detect/parts';
import { scorePart } from '../analyze/detect/scoreDocuments';
import { featureCount } from '../analyze/detect/transactionFeatures';
import { loweredBy } from '../feedback/labelledPatterns';
import { type Suppressed, suppressedUntil } from '../feedback/readSuppressions';
import type { Detector } from '../models/detectorModel';

/** The anomaly document of the last transaction of a history, or undefined where its score is below the floor. */
export function scoreLive(
  detector: Detector,
  history: CustomerHistory,
  transaction: Transaction,
  run: { runId: string; at: Date; suppressed: readonly Suppressed[] }
): Anomaly | undefined {
  const baseline = baselineOf(history, detector.population);
  const customer = customerFeatures(history, baseline);
  const last = history.count - 1;
  const raw = detector.parts.map(({ model }) => model.scoreLast(customer));
  const features = customer.m.data.subarray(last * featureCount);
  const together = combine(detector.parts, (part) => raw[part]!) * (1 - loweredBy(features, detector.labelled));
  if (calibrate(together, detector.combination) < anomalyFloor) {
    return undefined;
  }
  const judged = detector.parts.map(({ model }, i) => ({ raw: raw[i]!, contributions: model.explain(customer)(last) }));
  const usual = { ...baseline, ...scaleOf(baseline, history.type[last]!) };
  const part = scorePart(detector, { judged, together }, features, usual);
  const until = suppressedUntil(run.suppressed, transaction, run.at);
  // An anomaly has the transaction's fields, but for the name of its time, the order, and what spend is compared by.
  const {
    '@timestamp': timestamp,
    order_id: _order,
    year: _year,
    quarter_of_year: _quarterOfYear,
    quarter: _quarter,
    own_outlier: _outlier,
    ...rest
  } = transaction;
  return {
    ...rest,
    ...part,
    timestamp,
    scored_at: run.at.toISOString(),
    entity_type: 'transaction',
    run_id: run.runId,
    ...(until ? { suppressed_until: until } : {}),
  };
}
