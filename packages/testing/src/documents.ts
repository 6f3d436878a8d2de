import type { Anomaly, Customer, ScheduledJob, Segment, Transaction } from '@spendscope/contracts';

const noon = '2026-01-15T03:00:00.000Z';

/** A valid purchase in Seoul; give what the test is about. */
export const transactionOf = (overrides: Partial<Transaction> = {}): Transaction => ({
  '@timestamp': noon,
  transaction_id: 't-1',
  user_id: 'C-0000000001',
  amount: 12_000,
  currency: 'KRW',
  type: 'purchase',
  category_large: 'food',
  channel: 'offline',
  ip: '203.0.113.0',
  geo: { lat: 37.57, lon: 126.98 },
  country: 'KR',
  grade: 'gold',
  age: 43,
  age_band: '40s',
  sex: 'female',
  region: 'Seoul',
  ...overrides,
});

/** A valid anomaly just above the threshold. */
export const anomalyOf = (overrides: Partial<Anomaly> = {}): Anomaly => ({
  user_id: 'C-0000000001',
  anomalyScore: 0.85,
  timestamp: noon,
  scored_at: noon,
  features: [1, 2, 3],
  prediction: 1,
  entity_type: 'transaction',
  transaction_id: 't-1',
  run_id: 'run-1',
  model: 'isolation_forest',
  model_version: '1',
  rawScore: 0.61,
  scores: { isolation_forest: 0.85 },
  reasons: ['amount_above_usual'],
  reason_details: [{ feature: 'amount_above_usual', value: 98_000, usual: 12_000, contribution: 0.7 }],
  amount: 98_000,
  currency: 'KRW',
  ...overrides,
});

/** A valid customer of a run. */
export const customerOf = (overrides: Partial<Customer> = {}): Customer => ({
  user_id: 'C-0000000001',
  run_id: 'run-1',
  as_of: noon,
  created_at: noon,
  world: 'card',
  grade: 'gold',
  ...overrides,
});

const rfm = (recency: number, frequency: number, monetary: number): Segment['means'] => ({
  recency,
  frequency,
  monetary,
});

/** A valid cluster of a run. */
export const segmentOf = (overrides: Partial<Segment> = {}): Segment => ({
  run_id: 'run-1',
  cluster: 0,
  name: 'Champions',
  description: 'Buy often, recently and much.',
  size: 10,
  share: 0.1,
  means: rfm(5, 40, 4_000_000),
  medians: rfm(4, 38, 3_500_000),
  z: rfm(-1, 1, 1),
  population: rfm(30, 20, 1_000_000),
  centroid: { log_recency: 0.7, log_frequency: 1.6, log_monetary: 6.5 },
  spend_share: 0.4,
  churn_rate: 0.02,
  churn_low: 0.01,
  churn_high: 0.04,
  churn_basis: 'inactivity',
  priority: 1,
  priority_inputs: { size: 10, mean_monetary: 4_000_000, churn_probability: 0.02 },
  rank: 1,
  strategies: [{ action: 'Thank them', channel: 'app', kpi: 'orders per month', limit: 'one message a month' }],
  source: 'rules',
  source_detail: 'no key',
  quality: { k: 6, inertia: 1, silhouette: 0.3, silhouette_sample: 100 },
  created_at: noon,
  ...overrides,
});

/** A nightly job that is due at 02:00 UTC tomorrow. */
export const scheduledJobOf = (overrides: Partial<ScheduledJob> = {}): ScheduledJob => ({
  job_id: 'nightly',
  command: ['analyze'],
  cron: '0 2 * * *',
  time_zone: 'UTC',
  overlap: 'skip',
  missed: 'skip',
  missed_within_sec: 3_600,
  jitter_sec: 0,
  timeout_sec: 3_600,
  late_after_sec: 300,
  enabled: true,
  file_version: '1',
  known_since: '2025-12-01T00:00:00.000Z',
  next_due: ['2026-01-16T02:00:00.000Z'],
  late_after: '2026-01-16T02:05:00.000Z',
  seen_at: noon,
  ...overrides,
});
