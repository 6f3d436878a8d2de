import type { Intervention } from '@spendscope/contracts';

export const payloadHash = 'ab'.repeat(32);

/** A lock that the operator `park` asked for and that waits; override what the test is about. */
export const waitingLock = (overrides: Partial<Intervention> = {}): Intervention => ({
  id: 'iv-1',
  action: 'lock_account',
  target: { type: 'account', id: 'C-7F3K2Q' },
  state: 'pending_approval',
  reason_code: 'account_takeover',
  requested_by: { sub: 'user:2', login: 'park', type: 'user', role: 'Editor' },
  requested_at: new Date(Date.now() - 3_600_000).toISOString(),
  updated_at: new Date(Date.now() - 3_600_000).toISOString(),
  duration_sec: 86_400,
  evidence: { anomaly_id: 't1', score: 0.94, model_version: 'if-3' },
  policy_version: 'default-2',
  mode: 'enforce',
  connector: 'es-flag',
  payload_hash: payloadHash,
  ...overrides,
});
