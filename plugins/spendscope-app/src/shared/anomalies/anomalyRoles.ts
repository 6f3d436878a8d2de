import { FieldType } from '@grafana/data';
import { type Anomaly, indices } from '@spendscope/contracts';
import type { FieldRole } from '../fields/mapFields';
import { t } from '../i18n/t';

const names = indices.anomalies.fields;
const reasonDetails = 'reason_details' satisfies keyof Anomaly;

export type AnomalyRole =
  | 'id'
  | 'score'
  | 'time'
  | 'customer'
  | 'entity'
  | 'transaction'
  | 'amount'
  | 'currency'
  | 'merchant'
  | 'category'
  | 'ip'
  | 'country'
  | 'latitude'
  | 'longitude'
  | 'forest'
  | 'autoencoder'
  | 'lstm'
  | 'reasonCodes'
  | 'reasons'
  | 'modelVersion';

const number = [FieldType.number];
const word = [FieldType.string, FieldType.other];

/** What the anomaly table needs of a frame, and the names under which it looks for it. */
export const anomalyRoles: readonly FieldRole<AnomalyRole>[] = [
  { role: 'score', names: [names.anomalyScore, 'score', 'anomaly_score'], required: true, types: number },
  { role: 'time', names: [names.timestamp, '@timestamp', 'time'], required: true, types: [FieldType.time] },
  {
    role: 'customer',
    names: [names.user_id, 'customer_token', 'customerId', 'customer', 'user'],
    required: true,
    types: word,
  },
  { role: 'id', names: ['_id', 'id', 'anomaly_id'], types: word },
  { role: 'entity', names: [names.entity_type], types: word },
  { role: 'transaction', names: [names.transaction_id, 'transaction'], types: word },
  { role: 'amount', names: [names.amount, 'monetary', 'value'], types: number },
  { role: 'currency', names: [names.currency], types: word },
  { role: 'merchant', names: [names.merchant, 'shop'], types: word },
  { role: 'category', names: [names.category_mid, names.category_large, 'category'], types: word },
  { role: 'ip', names: [names.ip, 'ip_address'], types: word },
  { role: 'country', names: [names.country, 'country_code'], types: word },
  { role: 'latitude', names: [`${names.geo}.lat`, 'latitude', 'lat'], types: number },
  { role: 'longitude', names: [`${names.geo}.lon`, 'longitude', 'lon', 'lng'], types: number },
  { role: 'forest', names: [names.scores.isolation_forest], types: number },
  { role: 'autoencoder', names: [names.scores.autoencoder], types: number },
  { role: 'lstm', names: [names.scores.lstm], types: number },
  { role: 'reasonCodes', names: [names.reasons] },
  { role: 'reasons', names: [reasonDetails] },
  { role: 'modelVersion', names: [names.model_version], types: word },
];

/** The role in the user's words, for the options and the list of missing fields. */
export function anomalyRoleLabel(role: string): string {
  const labels: Record<AnomalyRole, string> = {
    score: t('anomalies.role.score', 'Score'),
    time: t('anomalies.role.time', 'Time of the event'),
    customer: t('anomalies.role.customer', 'Customer token'),
    id: t('anomalies.role.id', 'Anomaly id'),
    entity: t('anomalies.role.entity', 'Transaction or customer'),
    transaction: t('anomalies.role.transaction', 'Transaction id'),
    amount: t('anomalies.role.amount', 'Amount'),
    currency: t('anomalies.role.currency', 'Currency'),
    merchant: t('anomalies.role.merchant', 'Merchant'),
    category: t('anomalies.role.category', 'Category'),
    ip: t('anomalies.role.ip', 'IP address'),
    country: t('anomalies.role.country', 'Country'),
    latitude: t('anomalies.role.latitude', 'Latitude'),
    longitude: t('anomalies.role.longitude', 'Longitude'),
    forest: t('anomalies.role.forest', 'Isolation forest’s score'),
    autoencoder: t('anomalies.role.autoencoder', 'Autoencoder’s score'),
    lstm: t('anomalies.role.lstm', 'LSTM’s score'),
    reasonCodes: t('anomalies.role.reasonCodes', 'Reason codes'),
    reasons: t('anomalies.role.reasons', 'Reasons with values'),
    modelVersion: t('anomalies.role.modelVersion', 'Model version'),
  };
  return labels[role as AnomalyRole] ?? role;
}
