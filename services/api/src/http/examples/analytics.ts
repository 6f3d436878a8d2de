import { usualAssumptions } from '@spendscope/contracts';
import type { Examples } from './example';
import { account, anomaly, at, hash, later, lock, run, selection } from './things';

const figures = { recency: 12, frequency: 34, monetary: 1_250_000 };
const deviations = { recency: -0.6, frequency: 1.1, monetary: 1.4 };
const strategies = ['app', 'email', 'counter'].map((channel) => ({
  action: 'Invite to the next grade',
  channel,
  kpi: 'spend per quarter',
  limit: 'one message a month',
}));
const words = { description: 'Buys often and lately.', strategies };
const segment = {
  run_id: run,
  cluster: 1,
  name: 'Loyal spenders',
  ...words,
  size: 1_200,
  share: 0.12,
  means: figures,
  medians: figures,
  z: deviations,
  population: { recency: 40, frequency: 15, monetary: 480_000 },
  centroid: { log_recency: 2.5, log_frequency: 3.5, log_monetary: 14 },
  spend_share: 0.31,
  churn_rate: 0.04,
  churn_low: 0.03,
  churn_high: 0.05,
  churn_basis: 'modelled',
  priority: 0.42,
  priority_inputs: { size: 1_200, mean_monetary: 1_250_000, churn_probability: 0.04 },
  rank: 1,
  source: 'rules',
  source_detail: 'rules of version 1',
  quality: { k: 6, inertia: 812.5, silhouette: 0.41, silhouette_sample: 5_000 },
  created_at: at,
};

export const analytics: Examples = {
  'GET /v1/anomalies': { answer: { items: [anomaly], total: { value: 1, relation: 'eq' } } },
  'GET /v1/customers/{id}': {
    answer: {
      token: account.id,
      transactions: [
        {
          '@timestamp': at,
          transaction_id: 'T-88120',
          user_id: account.id,
          amount: 129_000,
          currency: 'KRW',
          type: 'purchase',
        },
      ],
      spending: {
        quarters: [{ start: '2026-10-01T00:00:00.000Z', amount: 1_250_000 }],
        categories: [{ category: 'Electronics', amount: 640_000 }],
      },
      anomalies: [anomaly],
      interventions: [lock],
    },
  },
  'GET /v1/segments': { answer: { runId: run, segments: [segment] } },
  'GET /v1/segments/runs': { answer: { items: [{ runId: run, createdAt: at, clusters: 6 }] } },
  'GET /v1/segments/comparison': { answer: { runId: run, with: 'analyze-20261117-090000', segments: [segment] } },
  'GET /v1/segments/saved': {
    answer: {
      items: [
        {
          id: 'sg-1',
          etag: '"12-1"',
          name: 'Recent and well above average',
          owner: 'kim',
          kind: 'ranges',
          selection,
          runId: run,
          frozenCount: 812,
          createdAt: at,
          mayChange: true,
        },
      ],
    },
  },
  'POST /v1/segments/saved': { body: { name: 'Recent and well above average', selection } },
  'PUT /v1/segments/saved/{id}': { body: { note: 'For the autumn campaign', recount: true } },
  'DELETE /v1/segments/saved/{id}': { parameters: { id: 'sg-1' } },
  'GET /v1/points': { answer: { runId: run, customers: 10_000, packed: 1, columns: ['rfm.recency', 'rfm.monetary'] } },
  'GET /v1/points/{id}/columns': { parameters: { id: run } },
  'POST /v1/points/{id}/matching': { parameters: { id: run }, body: { filter: 'persona:"Core loyal"' } },
  'POST /v1/points/customers': { body: { selection, size: 50 } },
  'GET /v1/personas': {
    answer: {
      runId: run,
      writer: { on: false },
      items: [
        {
          cluster: 1,
          name: segment.name,
          source: 'rules',
          reason: 'off',
          words,
          textHash: hash,
          ratings: { up: 2, down: 0 },
        },
      ],
    },
  },
  'GET /v1/personas/{cluster}/prompt': {
    answer: {
      version: 1,
      system: 'You write about groups of customers.',
      user: '{"size":1200,"share":0.12}',
      tooFew: false,
      hash,
      body: { model: 'model-1', messages: [{ role: 'user', content: '{"size":1200,"share":0.12}' }] },
    },
  },
  'POST /v1/personas/{cluster}/regenerate': { body: { runId: run } },
  'PUT /v1/personas/{cluster}': { body: { runId: run, words, pinned: true } },
  'POST /v1/personas/{cluster}/restore': { body: { runId: run } },
  'POST /v1/personas/{cluster}/ratings': { body: { runId: run, textHash: hash, rating: 'up' } },
  'GET /v1/runs': {
    answer: {
      items: [
        {
          run_id: run,
          kind: 'analyze',
          status: 'succeeded',
          started_at: at,
          ended_at: later,
          stages: [{ name: 'features', seconds: 4.2 }],
        },
      ],
      total: 1,
    },
  },
  'POST /v1/simulations/claims': {
    body: { claims: ['more complaints -> churn'], language: 'en' },
  },
  'POST /v1/simulations/thresholds': { body: { days: 30, thresholds: [0.7, 0.8, 0.9], minutes: 5, atLeast: 5 } },
  'POST /v1/simulations/benefits': {
    body: {
      segment: { steps: [], filter: 'grade:gold AND age_band:40s' },
      cards: [
        {
          name: 'Family weekend',
          annualFee: 20_000,
          benefits: [{ categoryLarge: 'education', rate: 0.05, monthlyCap: 15_000 }],
        },
      ],
      assumptions: usualAssumptions,
    },
  },
};
