import type { Figures } from '../segmentCustomers';

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
