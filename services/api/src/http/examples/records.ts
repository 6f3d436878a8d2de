import type { Examples } from './example';
import { account, admin, anomaly, at, hash, later, lock } from './things';

const block = { block: 41, hash };
const record = {
  seq: 96,
  ts: at,
  stage: 'Completed',
  actor: admin,
  channel: { instance: 'grafana' },
  action: 'lock_account',
  intervention_id: lock.id,
  policy_version: 'default-2',
  result: 'active',
  request_id: '6f1e1c52-6f0b-4b6e-9d0e-0a1b2c3d4e5f',
  trace_id: '6f1e1c526f0b4b6e9d0e0a1b2c3d4e5f',
};
const checkpoint = {
  log_id: 'log-1',
  first_seq: 0,
  last_seq: 96,
  last_block: 41,
  head_hash: hash,
  prev_checkpoint_hash: hash,
  ts: later,
  key_id: 'a1b2c3d4',
  signature: 'base64…',
};

export const records: Examples = {
  'GET /v1/audit/records': {
    answer: {
      items: [{ record, ...block, target: account.id, origin: { ip: '10.0.0.7', userAgent: 'Grafana' } }],
      total: 1,
    },
  },
  'GET /v1/audit/verify': {
    answer: { ok: true, blocks: 42, records: 97, headHash: hash, checkpoints: 3, unsignedBlocks: 0, checkedAt: later },
  },
  'GET /v1/audit/export': {
    answer: `${JSON.stringify({ ...block, records: [record] })}\n${JSON.stringify({ checkpoint })}\n`,
  },
  'GET /v1/audit/checkpoints': { answer: { items: [checkpoint], total: 1 } },
  'POST /v1/reveals': {
    body: { token: account.id, reasonCode: 'account_takeover', comment: 'The branch has to call the customer.' },
  },
  'POST /v1/exports': { body: { kind: 'anomalies', from: at, to: later, minScore: 0.8, reasonCode: 'velocity' } },
  'POST /v1/erasures': { body: { token: account.id } },
  'POST /v1/erasures/operators': { body: { login: 'kim' } },
  'POST /v1/labels': { body: { anomalyId: anomaly.id, user: account.id, label: 'false_positive' } },
  'GET /v1/labels': {
    answer: {
      items: [
        { id: 'lb-1', label: { anomaly_id: anomaly.id, user_id: account.id, label: 'false_positive', by: admin, at } },
      ],
      total: 1,
    },
  },
  'DELETE /v1/labels/{id}': { parameters: { id: 'lb-1' } },
  'POST /v1/suppressions': { body: { target: account, reasonCode: 'customer_request', days: 30 } },
  'GET /v1/suppressions': {
    answer: {
      items: [
        {
          id: 'sp-1',
          suppression: {
            target: account,
            scope: 'all',
            reason_code: 'customer_request',
            by: admin,
            at,
            until: '2026-12-24T09:00:00.000Z',
          },
        },
      ],
      total: 1,
    },
  },
  'DELETE /v1/suppressions/{id}': { parameters: { id: 'sp-1' } },
  'GET /v1/reviews': {
    answer: {
      items: [
        {
          id: 'rv-1',
          review: {
            opened_at: at,
            updated_at: at,
            source: 'grafana',
            fingerprint: 'c0ffee',
            title: 'Customer score',
            target: account,
            link: `/d/anomaly-operations?var-user=${account.id}`,
            status: 'open',
            starts_at: at,
            notifications: 1,
          },
        },
      ],
      total: 1,
    },
  },
  'POST /v1/reviews/{id}': { body: { outcome: 'false_positive', comment: 'A trip.' } },
};
