import { type DataFrame, FieldType, createDataFrame } from '@grafana/data';
import type { ActionDefinition, ActionList, Right, TargetState } from '@spendscope/contracts';
import type { AnomalyRow } from '../shared/anomalies/anomalyRow';

/** A row of a customer far abroad; override what the test is about. */
export function anomalyRow(overrides: Partial<AnomalyRow> = {}): AnomalyRow {
  return {
    id: 't1',
    score: 0.97,
    time: Date.UTC(2026, 8, 29, 14, 41, 8),
    customer: 'C-7F3K2Q',
    entity: 'transaction',
    transactionId: 't1',
    amount: 4_820_000,
    currency: 'KRW',
    merchant: 'Gold shop',
    category: 'jewellery',
    ip: '203.0.113.0',
    country: 'VN',
    place: { lat: 10.82, lon: 106.63 },
    models: [{ model: 'isolation_forest', score: 0.97 }, { model: 'autoencoder', score: 0.4 }, { model: 'lstm' }],
    reasonCodes: ['amount_above_usual', 'rare_country'],
    reasons: [
      { feature: 'amount', value: 82, usual: 10, contribution: 0.6 },
      { feature: 'country', value: 1, contribution: 0.3 },
    ],
    modelVersion: 'if-3',
    ...overrides,
  };
}

/** The frame that the Elasticsearch data source answers to `raw_data` for the rows. */
export function anomalyFrame(rows: readonly AnomalyRow[]): DataFrame {
  const column = (name: string, type: FieldType, value: (row: AnomalyRow) => unknown) => ({
    name,
    type,
    values: rows.map(value),
    config: {},
  });
  return createDataFrame({
    refId: 'A',
    fields: [
      column('timestamp', FieldType.time, (row) => row.time),
      column('_id', FieldType.string, (row) => row.id),
      column('amount', FieldType.number, (row) => row.amount),
      column('anomalyScore', FieldType.number, (row) => row.score),
      column('currency', FieldType.string, (row) => row.currency),
      column('country', FieldType.string, (row) => row.country),
      column('geo.lat', FieldType.number, (row) => row.place?.lat),
      column('geo.lon', FieldType.number, (row) => row.place?.lon),
      column('ip', FieldType.string, (row) => row.ip),
      column('merchant', FieldType.string, (row) => row.merchant),
      column('category_mid', FieldType.string, (row) => row.category),
      column('model_version', FieldType.string, (row) => row.modelVersion),
      column('reasons', FieldType.other, (row) => row.reasonCodes),
      column('reason_details', FieldType.other, (row) => row.reasons),
      column('scores.isolation_forest', FieldType.number, (row) => row.models[0]?.score),
      column('scores.autoencoder', FieldType.number, (row) => row.models[1]?.score),
      column('transaction_id', FieldType.string, (row) => row.transactionId),
      column('user_id', FieldType.string, (row) => row.customer),
    ],
  });
}

export const lockAccount: ActionDefinition = {
  name: 'lock_account',
  label: { en: 'Lock account', ko: '계정 잠금' },
  effect: { en: 'The customer cannot sign in or pay.', ko: '고객은 결제할 수 없습니다.' },
  targetTypes: ['account'],
  reversible: true,
  defaultDurationSec: 86_400,
  durationsSec: [3_600, 86_400],
  maxDurationSec: 864_000,
  permanentAllowed: true,
  icon: 'lock',
  destructive: true,
};

export const blockTransaction: ActionDefinition = {
  ...lockAccount,
  name: 'block_transaction',
  label: { en: 'Block transaction', ko: '거래 차단' },
  targetTypes: ['transaction'],
};

/** What `GET /v1/actions` answers to somebody with these rights. */
export const actionList = (rights: readonly Right[], mode: ActionList['mode'] = 'enforce'): ActionList => ({
  actions: [lockAccount, blockTransaction],
  reasonCodes: ['account_takeover', 'other'],
  mode,
  caller: { login: 'lee', role: 'Admin', rights: [...rights] },
});

/** What is in force for an account. */
export const lockedState = (customer: string): TargetState => ({
  target: { type: 'account', id: customer },
  in_force: ['lock_account'],
  interventions: [
    {
      id: 'i1',
      action: 'lock_account',
      state: 'active',
      by: 'kim',
      since: '2026-09-29T10:00:00Z',
      expires_at: '2999-01-01T00:00:00Z',
    },
  ],
  updated_at: '2026-09-29T10:00:00Z',
});
