import type { ClusterProfile, Figures } from '../segmentCustomers';

export const personaKeys = [
  'core',
  'leaving',
  'inactive',
  'one_off',
  'old_big',
  'middle',
  'active',
  'promising',
  'leaving_early',
  'resting',
  'fading',
] as const;
export type PersonaKey = (typeof personaKeys)[number];

/**
 * The profile that each persona stands for, as z-scores of log recency (higher: longer ago), frequency and monetary
 * value. The first six are what marketers expect at k = 6; clusters are given the personas at the least total distance.
 */
export const archetypes: Readonly<Record<PersonaKey, Figures>> = {
  core: { recency: -0.9, frequency: 1.3, monetary: 1.2 },
  leaving: { recency: 0.6, frequency: 0.5, monetary: 0.5 },
  inactive: { recency: 1.2, frequency: -1.0, monetary: -1.0 },
  one_off: { recency: 0.3, frequency: -0.9, monetary: 0.6 },
  old_big: { recency: 1.0, frequency: 0.4, monetary: 1.1 },
  middle: { recency: 0, frequency: 0, monetary: 0 },
  active: { recency: -0.8, frequency: 0.6, monetary: 0.6 },
  promising: { recency: -1.1, frequency: -0.6, monetary: -0.6 },
  leaving_early: { recency: -0.6, frequency: -0.7, monetary: -0.6 },
  resting: { recency: 0.6, frequency: 0.8, monetary: 0.4 },
  fading: { recency: 0.8, frequency: -0.3, monetary: -0.3 },
};

/**
 * What has to hold for a name to be true; a cluster that fails it gets the name only where no other is left. `churn` is
 * the cluster's mean churn probability divided by that of all customers.
 */
export const conditions: Readonly<Record<PersonaKey, (z: ClusterProfile['z'], churn: number) => boolean>> = {
  core: (z, churn) => z.recency < 0 && z.frequency > 0 && z.monetary > 0 && churn < 1,
  leaving: (z, churn) => z.recency > 0 && z.frequency > 0 && churn >= 1,
  inactive: (z, churn) => z.recency > 0 && z.frequency < 0 && z.monetary < 0 && churn >= 1,
  one_off: (z) => z.frequency < 0 && z.monetary > 0,
  old_big: (z) => z.recency > 0 && z.monetary > 0.5,
  middle: (z) => Math.max(Math.abs(z.recency), Math.abs(z.frequency), Math.abs(z.monetary)) < 1,
  active: (z, churn) => z.recency < 0 && z.frequency > 0 && churn < 1.2,
  promising: (z, churn) => z.recency < 0 && z.frequency < 0.3 && churn < 1.2,
  leaving_early: (z, churn) => z.recency < 0.3 && z.frequency < 0.3 && churn >= 1.2,
  resting: (z, churn) => z.recency > 0 && z.frequency > 0 && churn < 1,
  fading: (z) => z.recency > 0 && z.frequency < 0,
};
