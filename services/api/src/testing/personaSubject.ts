import type { PersonaWords, Segment } from '@spendscope/contracts';
import type { PersonaSubject } from '../modules/personas/personaSubjects';
import { personaFacts } from '../modules/personas/prompt/personaFacts';
import { safeName } from '../modules/personas/prompt/safeName';

export const segmentOf = (change: Partial<Segment> = {}): Segment => ({
  run_id: 'run-1',
  cluster: 0,
  name: 'High risk of leaving',
  description: 'They used to buy often and for good sums, and have gone quieter.',
  size: 1_204,
  share: 0.1672,
  means: { recency: 72.4, frequency: 13.04, monetary: 4_712_345 },
  medians: { recency: 70, frequency: 12, monetary: 4_000_000 },
  z: { recency: 0.6, frequency: 0.5, monetary: 0.5 },
  population: { recency: 48, frequency: 10.4, monetary: 2_356_000 },
  centroid: { log_recency: 1.86, log_frequency: 1.15, log_monetary: 6.67 },
  spend_share: 0.312,
  churn_rate: 0.607,
  churn_low: 0.58,
  churn_high: 0.634,
  churn_basis: 'model',
  priority: 1,
  priority_inputs: { size: 1_204, mean_monetary: 4_712_345, churn_probability: 0.58 },
  rank: 1,
  strategies: ['Ask', 'Win back', 'Mend'].map((action) => ({ action, channel: 'e-mail', kpi: 'answers', limit: 'once' })),
  source: 'rules',
  source_detail: 'rule personas',
  quality: { k: 6, inertia: 1, silhouette: 0.3, silhouette_sample: 4_000 },
  created_at: '2026-11-24T02:00:00.000Z',
  ...change,
}); // prettier-ignore

/** A cluster as the service reads it, with what its customers buy as the data names it. */
export function subjectOf(change: Partial<Segment> = {}, categories: readonly string[] = ['Travel']): PersonaSubject {
  const segment = segmentOf(change);
  const names = categories.flatMap((name) => safeName(name) ?? []);
  return { segment, facts: personaFacts(segment, { worth: 'net spend', currency: 'KRW', categories: names }) };
}

/** An answer that passes every check. */
export const goodWords: PersonaWords = {
  description: '1,204 customers (16.7 %) with 13 orders on average and 4.7 million KRW each; 61 % are gone or going.',
  strategies: [
    { action: 'Ask what went wrong', channel: 'e-mail', kpi: 'answers within 14 days', limit: 'two messages at most' },
    {
      action: 'Show what is new in travel',
      channel: 'app push',
      kpi: 'visits',
      limit: 'stop after 3 without an answer',
    },
    { action: 'Solve open cases first', channel: 'customer care', kpi: 'open cases', limit: 'no campaign meanwhile' },
  ],
};
