import type { Examples } from './example';
import { admin, at, hash, later } from './things';

const name = 'churn';
const refOf = (start: string): { version: string; file: string; content_hash: string } => ({
  version: `churn-${start}`,
  file: `churn-${start}00000000.json`,
  content_hash: `${start}${hash.slice(8)}`,
});
const [before, live, better] = [refOf('0a1b2c3d'), refOf('9f86d081'), refOf('5e6f7a8b')];
const card = {
  what: 'How likely a customer leaves.',
  algorithm: 'gradient boosting',
  target: 'no order within 90 days',
  seed: 7,
  parameters: { trees: 200 },
  data: { rows: 9500, inputs: [{ kind: 'table', name: 'customers', rows: 9500, content_hash: 'rows:6f1e1c52' }] },
  metrics: { roc_auc: 0.83 },
  intended_use: 'Choosing whom to speak to.',
  limits: ['Customers of less than three months.'],
};
const trained = {
  ...{ model: name, seq: 2, at, by: 'run:20261124t090000-9f3a', reason: 'Trained on 9500 customers.', kind: 'trained' },
  live,
  before: hash,
};
const request = {
  id: 'mr-4c1f0a7be2d94f6a8b1e0c3d',
  model: name,
  kind: 'promotion',
  version: better.version,
  content_hash: better.content_hash,
  live: live.version,
  seq: 2,
  reason: 'Finds one in five more of those who left.',
  state: 'pending',
  payload_hash: hash,
  requested_by: admin,
  requested_at: later,
};
const comparison = {
  live: live.version,
  day: '2026-11-23',
  at,
  metrics: { compared_rows: 9500, score_change_mean: 0.02, score_change_max: 0.31, rank_correlation: 0.97 },
};

export const models: Examples = {
  'GET /v1/models': {
    answer: {
      place: 'bucket',
      items: [
        {
          ...{ name, etag: '"h2"', seq: 2, live, rollbackTo: before },
          versions: [
            { version: better.version, file: better.file, trainedAt: later, card, comparison },
            { version: live.version, file: live.file, alias: 'live', trainedAt: at, card },
          ],
          moreVersions: 0,
          requests: [request],
        },
      ],
    },
  },
  'GET /v1/models/{name}/history': { answer: { name, items: [trained] } },
  'GET /v1/models/{name}/versions/{version}': {
    answer: { ...live, alias: 'live', format: 'spendscope-churn', formatVersion: 3, features: ['recency'], card },
  },
  'POST /v1/models/{name}/promotions': { body: { version: better.version, reason: request.reason } },
  'POST /v1/models/{name}/rollbacks': { body: { reason: 'Calls went to customers who had not left.' } },
  'POST /v1/models/{name}/requests/{id}': { body: { decision: 'approve', payloadHash: hash } },
};
