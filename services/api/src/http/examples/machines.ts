import type { Examples } from './example';
import { account, at, lock } from './things';

export const machines: Examples = {
  'GET /v1/decisions/{userId}': {
    answer: { decision: 'deny', reason: 'lock_account', interventionId: lock.id, stale: false, stalenessMs: 420 },
  },
  'POST /v1/hooks/grafana-alert': {
    body: {
      alerts: [
        {
          status: 'firing',
          labels: { alertname: 'Customer score', severity: 'warning', user_id: account.id },
          annotations: { summary: 'One customer’s last 5 minutes were severe.' },
          startsAt: at,
          fingerprint: 'c0ffee',
        },
      ],
    },
  },
  'POST /v1/hooks/watcher': {
    body: { watchId: 'anomaly-average', firedAt: at, title: 'Average above 0.8', user: account.id },
  },
  'GET /v1/health': {
    answer: {
      checks: [{ id: 'audit-store', name: 'Audit log', status: 'ok', seen: 'Can be written.', tookMs: 12 }],
      checkedAt: at,
      version: '0.1.0',
    },
  },
  'GET /healthz': { answer: { status: 'ok' } },
  'GET /readyz': { answer: { status: 'ready' } },
};
