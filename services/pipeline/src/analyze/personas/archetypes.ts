import type { Figures } from '../segmentCustomers';

export type PersonaKey = 'leaving' | 'inactive' | 'one_off' | 'core' | 'old_big' | 'middle' | 'promising' | 'fading';

/**
 * The profile that each persona stands for, as z-scores of log recency (higher: longer ago), frequency and monetary
 * value. The first six are what marketers expect at k = 6; clusters are given the personas at the least total distance.
 */
export const archetypes: Readonly<Record<PersonaKey, Figures>> = {
  core: { recency: -0.9, frequency: 1.3, monetary: 1.2 },
  leaving: { recency: 0.5, frequency: 0.5, monetary: 0.5 },
  inactive: { recency: 1.1, frequency: -1.0, monetary: -1.0 },
  one_off: { recency: 0.3, frequency: -0.9, monetary: 0.6 },
  old_big: { recency: 1.0, frequency: 0.4, monetary: 1.1 },
  middle: { recency: 0, frequency: 0, monetary: 0 },
  promising: { recency: -1.1, frequency: -0.6, monetary: -0.6 },
  fading: { recency: 0.9, frequency: -0.3, monetary: -0.4 },
};

/** What has to hold for a name to be true; a cluster that fails it gets the name only where no other is left. */
export const conditions: Readonly<Record<PersonaKey, (z: Figures) => boolean>> = {
  core: (z) => z.recency < 0 && z.frequency > 0 && z.monetary > 0,
  leaving: (z) => z.recency > 0 && z.frequency > 0,
  inactive: (z) => z.recency > 0 && z.frequency < 0 && z.monetary < 0,
  one_off: (z) => z.frequency < 0 && z.monetary > 0,
  old_big: (z) => z.recency > 0 && z.monetary > 0.5,
  middle: (z) => Math.max(Math.abs(z.recency), Math.abs(z.frequency), Math.abs(z.monetary)) < 1,
  promising: (z) => z.recency < 0 && z.frequency < 0.3,
  fading: (z) => z.recency > 0,
};
