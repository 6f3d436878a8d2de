import type { Segment, SegmentWords } from '@spendscope/contracts';
import type { ClusterProfile } from '../segmentCustomers';
import { type AssignedPersona, assignPersonas } from './assignPersonas';
import { english } from './languages/english';
import { korean } from './languages/korean';
import type { Money, PersonaLanguage } from './languages/language';
import { personaRules } from './personaRules';

/** Words in English, which filters go by, and the same in the other languages. */
export interface Persona extends SegmentWords {
  translations: NonNullable<Segment['translations']>;
}

/** Counts up when names, rules or texts change. */
export const personaVersion = 3;

/** Names, descriptions and strategies by rules: the same clusters give the same bytes. */
export function describeClusters(clusters: readonly ClusterProfile[], money: Money): Persona[] {
  return assignPersonas(clusters).map((persona, i) => {
    const wordsIn = (language: PersonaLanguage): SegmentWords => words(language, persona, clusters[i]!, money);
    return { ...wordsIn(english), translations: { ko: wordsIn(korean) } };
  });
}

function words(
  { texts, figures, rule }: PersonaLanguage,
  { key, ordinal, broken }: AssignedPersona,
  cluster: ClusterProfile,
  money: Money
): SegmentWords {
  const { name, description, strategies } = texts[key];
  return {
    name: ordinal === 1 ? name : `${name} ${ordinal}`,
    description: `${description} ${figures(cluster, money)}`,
    strategies: [...strategies],
    rule: rule(personaRules[key], broken),
  };
}
