import type { Figures } from '../segmentCustomers';
import type { PersonaKey } from './archetypes';

/** A bound on a z-score, or on `churn`: the cluster's mean churn probability divided by that of all customers. */
export interface Bound {
  of: keyof Figures | 'churn';
  is: '<' | '>' | '≥';
  than: number;
}

const bound = (of: Bound['of'], is: Bound['is'], than: number): Bound => ({ of, is, than });
const within = (of: Bound['of'], limit: number): Bound[] => [bound(of, '>', -limit), bound(of, '<', limit)];

/** What has to hold for a name to be true; a cluster that fails it gets the name only where no other is left. */
export const personaRules: Readonly<Record<PersonaKey, readonly Bound[]>> = {
  core: [bound('recency', '<', 0), bound('frequency', '>', 0), bound('monetary', '>', 0), bound('churn', '<', 1)],
  leaving: [bound('recency', '>', 0), bound('frequency', '>', 0), bound('churn', '≥', 1)],
  inactive: [bound('recency', '>', 0), bound('frequency', '<', 0), bound('monetary', '<', 0), bound('churn', '≥', 1)],
  one_off: [bound('frequency', '<', 0), bound('monetary', '>', 0)],
  old_big: [bound('recency', '>', 0), bound('monetary', '>', 0.5)],
  middle: [...within('recency', 1), ...within('frequency', 1), ...within('monetary', 1)],
  active: [bound('recency', '<', 0), bound('frequency', '>', 0), bound('churn', '<', 1.2)],
  promising: [bound('recency', '<', 0), bound('frequency', '<', 0.3), bound('churn', '<', 1.2)],
  leaving_early: [bound('recency', '<', 0.3), bound('frequency', '<', 0.3), bound('churn', '≥', 1.2)],
  resting: [bound('recency', '>', 0), bound('frequency', '>', 0), bound('churn', '<', 1)],
  fading: [bound('recency', '>', 0), bound('frequency', '<', 0)],
};

export function holds({ of, is, than }: Bound, z: Figures, churn: number): boolean {
  const value = of === 'churn' ? churn : z[of];
  return is === '<' ? value < than : is === '>' ? value > than : value >= than;
}
