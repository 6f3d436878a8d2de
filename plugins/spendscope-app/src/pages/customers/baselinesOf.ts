import type { Customer } from '@spendscope/contracts';
import type { Baseline, PersonaCard, PersonasView } from '../../panels/persona-cards/types';

export interface CustomerBaselines extends Pick<PersonaCard, 'cluster' | 'baselines'> {
  churn: Pick<PersonaCard['churn'], 'rate' | 'population'>;
}

/** A customer's own recency, frequency, spend and churn beside all customers' means, which every segment of a run holds. */
export function baselinesOf(customer: Customer, view: PersonasView | undefined): CustomerBaselines | undefined {
  const { rfm, cluster, churn_probability: rate = NaN } = customer;
  const all = view?.cards[0];
  if (!rfm || !all) {
    return undefined;
  }
  const baselines = all.baselines.map(({ key, population }): Baseline => {
    const value = rfm[key];
    return { key, value, population, ratio: population > 0 ? value / population : NaN };
  });
  return { cluster: String(cluster ?? 0), baselines, churn: { rate, population: all.churn.population } };
}
