import type { Examples } from './example';
import { account, admin, at, later, lock, lockRequest } from './things';

const { id, action, state, payload_hash } = lock;

export const acts: Examples = {
  'POST /v1/interventions': { body: lockRequest },
  'GET /v1/interventions': { answer: { items: [lock], total: 1 } },
  'POST /v1/interventions/batch': {
    body: { items: [lockRequest, { ...lockRequest, target: { ...account, id: 'C-2M8X4PQ0RA' } }] },
  },
  'POST /v1/intervene': { body: { user: account.id, action: 'lock_account', reason: 'Card reported stolen' } },
  'GET /v1/interventions/{id}': { answer: { intervention: lock } },
  'POST /v1/releases/{id}': { body: { reasonCode: 'customer_request', comment: 'Called and confirmed the payments.' } },
  'POST /v1/extensions/{id}': { body: { reasonCode: 'velocity', durationSec: 86_400 } },
  'POST /v1/approvals/{id}': { body: { decision: 'approve', payloadHash: payload_hash } },
  'POST /v1/cancellations/{id}': { body: { comment: 'Asked for the wrong account.' } },
  'GET /v1/targets/{type}/{id}/state': {
    answer: {
      target: account,
      in_force: [action],
      interventions: [{ id, action, state, by: admin.login, since: at, expires_at: later }],
      updated_at: at,
    },
  },
  'POST /v1/states/query': { body: { targets: [account] } },
  'GET /v1/actions': {
    answer: {
      actions: [
        {
          name: 'lock_account',
          label: { en: 'Lock account', ko: '계정 잠금' },
          effect: { en: 'The customer cannot pay.', ko: '고객이 결제할 수 없습니다.' },
          targetTypes: ['account'],
          reversible: true,
          defaultDurationSec: 3600,
          durationsSec: [3600, 86_400],
          maxDurationSec: 15_552_000,
          permanentAllowed: true,
          icon: 'lock',
          destructive: true,
        },
      ],
      reasonCodes: ['velocity'],
      mode: 'enforce',
      caller: { login: admin.login, role: admin.role, rights: ['data:read', 'interventions:create'] },
    },
  },
  'GET /v1/policy': {
    answer: {
      policy: {
        version: 'bank-7',
        format: 2,
        rules: [
          { roles: ['Admin'], actions: ['lock_account'], effect: 'allow' },
          { roles: ['Admin'], acts: ['release', 'approve', 'reject'], effect: 'allow' },
        ],
      },
      source: 'built-in',
      hash: payload_hash,
      loadedAt: at,
    },
  },
  'POST /v1/simulations/policy': {
    body: {
      cases: [
        { login: 'lee', role: 'Editor', action: 'lock_account' },
        { login: 'kim', role: 'Admin', act: 'reveal' },
      ],
    },
  },
  'GET /v1/controls': { answer: { mode: 'enforce', configured: 'enforce', breaker: 'closed' } },
  'POST /v1/admin/mode': { body: { mode: 'observe', reason: 'New connector, first day' } },
  'POST /v1/admin/breaker': { body: { reason: 'The locks were looked at: a real wave of stolen cards.' } },
};
