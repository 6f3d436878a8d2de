import { hungarian } from '@spendscope/analytics';
import type { ClusterProfile, Figures } from '../segmentCustomers';
import { type PersonaKey, archetypes, personaKeys } from './archetypes';
import { holds, personaRules } from './personaRules';

/** More than any distance that two real profiles have. */
const untrue = 100;

export interface AssignedPersona {
  key: PersonaKey;
  /** 1, or more where there are more clusters than personas and this one is used again */
  ordinal: number;
  /** Whether the rule of the name does not hold: no name was left for which it does. */
  broken: boolean;
}

/** Gives each cluster the persona that it resembles, each persona at most once while there are enough. */
export function assignPersonas(clusters: readonly ClusterProfile[]): AssignedPersona[] {
  const rounds = Math.ceil(clusters.length / personaKeys.length);
  const columns = Array.from({ length: rounds * personaKeys.length }, (_, i) => ({
    key: personaKeys[i % personaKeys.length]!,
    ordinal: 1 + Math.floor(i / personaKeys.length),
  }));
  const customers = clusters.reduce((sum, { size }) => sum + size, 0);
  const churn =
    clusters.reduce((sum, { size, meanChurnProbability }) => sum + size * meanChurnProbability, 0) / customers;
  const isBroken = ({ z, meanChurnProbability }: ClusterProfile, key: PersonaKey): boolean =>
    !personaRules[key].every((bound) => holds(bound, z, churn > 0 ? meanChurnProbability / churn : 1));
  // A later use costs a little, so that the first ones are taken first.
  const costs = clusters.map((cluster) =>
    columns.map(
      ({ key, ordinal }) =>
        distance(cluster.z, archetypes[key]) + (isBroken(cluster, key) ? untrue : 0) + 0.01 * (ordinal - 1)
    )
  );
  return hungarian(costs).map((column, i) => ({
    ...columns[column]!,
    broken: isBroken(clusters[i]!, columns[column]!.key),
  }));
}

function distance(a: Figures, b: Figures): number {
  return (a.recency - b.recency) ** 2 + (a.frequency - b.frequency) ** 2 + (a.monetary - b.monetary) ** 2;
}
