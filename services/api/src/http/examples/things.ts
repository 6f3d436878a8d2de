/** What several examples show: one customer, one lock, the people about it. */
export const account = { type: 'account', id: 'C-7F3K2Q9WTM' };
export const at = '2026-11-24T09:00:00.000Z';
export const later = '2026-11-24T10:00:00.000Z';
export const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
export const admin = { sub: 'user:de8kx1', login: 'kim', type: 'user', role: 'Admin' };
export const run = 'analyze-20261124-090000';

export const lock = {
  id: 'iv-4c1f0a7be2d94f6a8b1e',
  action: 'lock_account',
  target: account,
  state: 'active',
  reason_code: 'velocity',
  requested_by: admin,
  requested_at: at,
  updated_at: at,
  duration_sec: 3600,
  expires_at: later,
  policy_version: 'default-2',
  mode: 'enforce',
  connector: 'es-flag',
  payload_hash: hash,
};

export const lockRequest = {
  action: 'lock_account',
  target: account,
  reasonCode: 'velocity',
  comment: 'Eleven payments in four minutes.',
  durationSec: 3600,
  ifState: [],
};

export const anomaly = {
  id: 'an-61b0c2',
  anomaly: {
    user_id: account.id,
    anomalyScore: 0.93,
    timestamp: at,
    scored_at: later,
    features: [11, 0.8],
    prediction: -1,
    entity_type: 'transaction',
    transaction_id: 'T-88120',
    run_id: run,
    model: 'ensemble',
    model_version: '1',
    rawScore: 0.71,
    scores: { isolation_forest: 0.93 },
    reasons: ['Eleven payments in four minutes'],
    reason_details: [{ feature: 'interval_min_hours', value: 0.02, usual: 9.5, contribution: 0.6 }],
    amount: 129_000,
    currency: 'KRW',
  },
};

/** Spend of 100,000 to 900,000 within the last 30 days. */
export const selection = {
  axes: { x: { field: 'rfm.recency', scale: 'linear' }, y: { field: 'rfm.monetary', scale: 'log1p' } },
  steps: [{ operation: 'replace', shape: { kind: 'box', box: { xMin: 0, xMax: 30, yMin: 100_000, yMax: 900_000 } } }],
};
