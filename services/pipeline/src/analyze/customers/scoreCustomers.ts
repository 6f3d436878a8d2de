import { IsolationForest, calibrate, fitCalibration, matrix } from '@spendscope/analytics';
import { type Anomaly, anomalyThreshold, defaultContamination, detectorNames } from '@spendscope/contracts';
import { type Detector, detectorName } from '../../models/detectorModel';
import { customerColumns } from './customerColumns';
import { explainCustomer } from './explainCustomer';
import { type CustomerFigures, customerMatrix } from './readCustomers';

/** What the score adds to what SQL knows of a customer. */
export type CustomerScore = Pick<
  Anomaly,
  'anomalyScore' | 'features' | 'prediction' | 'model' | 'model_version' | 'rawScore' | 'scores' | 'votes' | 'reasons' | 'reason_details'
>; // prettier-ignore

export interface CustomerScores {
  /** of each customer, calibrated among customers: by its transactions, by its feature row, and together */
  byTransactions: Float64Array;
  byFeatures: Float64Array;
  together: Float64Array;
  /** all that is told of one customer */
  scoreOf(row: number): CustomerScore;
}

/**
 * Scores every customer: by its three strangest transactions and by an isolation forest over its feature row, each
 * calibrated among customers; together they are the mean of both, calibrated again.
 */
export function scoreCustomers(
  customers: CustomerFigures,
  modelVersion: Detector['version'],
  { seed, contamination = defaultContamination }: { seed: number; contamination?: number }
): CustomerScores {
  const calibrated = (raw: Float64Array): Float64Array => {
    const calibration = fitCalibration(raw, contamination);
    return raw.map((score) => calibrate(score, calibration));
  };
  const columns = customerColumns.length;
  const data = customerMatrix(customers);
  const table = matrix(data, columns);
  const forest = IsolationForest.fit(table, { seed, features: customerColumns.map(({ name }) => name) });
  const byTransactions = calibrated(customers.evidence);
  const byFeatures = calibrated(forest.score(table));
  const raw = byTransactions.map((score, row) => (score + byFeatures[row]!) / 2);
  const together = calibrated(raw);
  return {
    byTransactions,
    byFeatures,
    together,
    scoreOf: (row) => {
      const features = data.subarray(row * columns, (row + 1) * columns);
      const scores = { byTransactions: byTransactions[row]!, byFeatures: byFeatures[row]! };
      const { codes, details } = explainCustomer(customers, row, { ...scores, contributions: forest.contributions(features) }); // prettier-ignore
      const highest = customers.detectors.map((scored) => scored[row]!);
      return {
        anomalyScore: together[row]!,
        features: Array.from(features, (value) => Math.round(value * 1e4) / 1e4),
        prediction: together[row]! >= anomalyThreshold ? 1 : 0,
        model: detectorName,
        model_version: modelVersion,
        rawScore: raw[row]!,
        scores: {
          ...Object.fromEntries(detectorNames.map((name, i) => [name, highest[i]!])),
          customer_features: byFeatures[row]!,
        },
        votes: detectorNames.filter((_, i) => highest[i]! >= anomalyThreshold),
        reasons: codes,
        reason_details: details,
      };
    },
  };
}
