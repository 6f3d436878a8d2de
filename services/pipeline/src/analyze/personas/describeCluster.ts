import type { Strategy } from '@spendscope/contracts';
import type { ClusterProfile } from '../segmentCustomers';
import { assignPersonas } from './assignPersonas';
import { ruleText } from './personaRules';
import { personaTexts } from './personaTexts.en';

export interface Persona {
  name: string;
  description: string;
  strategies: Strategy[];
  /** by which it got its name */
  rule: string;
}

/** Counts up when names, rules or texts change. */
export const personaVersion = 2;

/**
 * Names, descriptions and strategies by rules: the same clusters give the same bytes.
 *
 * @param money what monetary value is a sum of: spend, or what stands in for it
 */
export function describeClusters(clusters: readonly ClusterProfile[], money = 'spent'): Persona[] {
  return assignPersonas(clusters).map(({ key, ordinal, broken }, i) => {
    const text = personaTexts[key];
    const cluster = clusters[i]!;
    return {
      name: ordinal === 1 ? text.name : `${text.name} ${ordinal}`,
      description: `${text.description} ${figuresOf(cluster, money)}`,
      strategies: [...text.strategies],
      rule: ruleText(key, broken),
    };
  });
}

function figuresOf({ means, share, churnRate }: ClusterProfile, money: string): string {
  const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
  const tenth = (value: number): string => (Math.round(value * 10) / 10).toLocaleString('en-US');
  return `${tenth(share * 100)} % of customers; on average ${tenth(means.frequency)} orders, ${whole(means.monetary)} ${money}, last order ${whole(means.recency)} days ago, ${tenth(churnRate * 100)} % gone or going.`;
}
