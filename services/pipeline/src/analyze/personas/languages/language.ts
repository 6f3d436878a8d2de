import type { Strategy } from '@spendscope/contracts';
import type { ClusterProfile } from '../../segmentCustomers';
import type { PersonaKey } from '../archetypes';
import type { Bound } from '../personaRules';

/** What monetary value is a sum of, and in which currency where the data says. */
export interface Money {
  of: 'spend' | 'cashback';
  /** ISO 4217 */
  currency?: string;
}

export interface PersonaText {
  name: string;
  /** one sentence; figures are put in after it */
  description: string;
  strategies: readonly Strategy[];
}

/** All that rules say of a cluster, in one language. Texts promise no credit and aim at no protected group. */
export interface PersonaLanguage {
  texts: Readonly<Record<PersonaKey, PersonaText>>;
  /** the cluster's own figures, as a sentence */
  figures(cluster: ClusterProfile, money: Money): string;
  /** by which rule it got its name, as a sentence; `broken` where the rule does not hold */
  rule(bounds: readonly Bound[], broken: boolean): string;
}
