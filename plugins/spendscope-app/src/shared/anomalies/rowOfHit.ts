import type { AnomalyHit } from '@spendscope/contracts';
import type { AnomalyRow } from './anomalyRow';

/** The same row from the API's list. */
export function rowOfHit({ id, anomaly }: AnomalyHit): AnomalyRow {
  return {
    id,
    score: anomaly.anomalyScore,
    time: Date.parse(anomaly.timestamp),
    customer: anomaly.user_id,
    entity: anomaly.entity_type,
    transactionId: anomaly.transaction_id,
    amount: anomaly.amount,
    currency: anomaly.currency,
    merchant: anomaly.merchant,
    category: anomaly.category_mid ?? anomaly.category_large,
    ip: anomaly.ip,
    country: anomaly.country,
    place: anomaly.geo,
    models: [
      { model: 'isolation_forest', score: anomaly.scores.isolation_forest },
      { model: 'autoencoder', score: anomaly.scores.autoencoder },
      { model: 'lstm', score: anomaly.scores.lstm },
    ],
    reasonCodes: anomaly.reasons,
    reasons: anomaly.reason_details,
    modelVersion: anomaly.model_version,
  };
}
