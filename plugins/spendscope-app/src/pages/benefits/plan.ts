import {
  type BenefitAssumptions,
  type CardDesign,
  type CustomerSelection,
  cardProducts,
  targetSegment,
  usualAssumptions,
} from '@spendscope/contracts';

/** What people plan: for whom, which cards, and what they assume. */
export interface BenefitPlan {
  /** Lucene over the customers; blank is everybody. */
  filter: string;
  /** Id of a saved segment, whose definition then says for whom. */
  savedId?: string;
  cards: CardDesign[];
  assumptions: BenefitAssumptions;
}

export const mostCards = 4;
export const mostBenefits = 12;

const anyOf = (field: string, values: readonly string[]): string =>
  `${field}:(${values.map((value) => `"${value}"`).join(' OR ')})`;

/** The contract's target segment in Lucene. */
export const targetFilter = [
  ...Object.entries(targetSegment.traits).map(([field, values]) => anyOf(field, values)),
  ...(targetSegment.children ? [`children:>=${targetSegment.children}`] : []),
].join(' AND ');

/** A design of the issuer's own, as one to begin with. */
export const presetOf = (id: string): CardDesign | undefined => {
  const product = cardProducts.find((each) => each.id === id);
  return product && { name: product.name, annualFee: product.annualFee, benefits: product.benefits.map((each) => ({ ...each })) }; // prettier-ignore
};

export const emptyCard = (name: string): CardDesign => ({
  name,
  annualFee: 0,
  benefits: [{ categoryLarge: categories[0]!, rate: 0.05, monthlyCap: 10_000 }],
});

/** Large categories that some card rewards; others can be typed. */
export const categories: readonly string[] = [
  ...new Set(cardProducts.flatMap(({ benefits }) => benefits.map(({ categoryLarge }) => categoryLarge))),
].sort();

/** Begins with the target segment and the card that the quarterly review asks about. */
export const firstPlan = (): BenefitPlan => ({
  filter: targetFilter,
  cards: [presetOf('campus')!],
  assumptions: usualAssumptions,
});

export const segmentOf = ({ filter }: BenefitPlan, saved?: CustomerSelection): CustomerSelection =>
  saved ?? { steps: [], ...(filter.trim() ? { filter: filter.trim() } : {}) };

/** What keeps a plan from being worked out, by the card's place; absent where nothing does. */
export type PlanFault = { card: number; what: 'name' | 'twice' | 'category' };

export function faultOf({ cards }: BenefitPlan): PlanFault | undefined {
  for (const [card, { name, benefits }] of cards.entries()) {
    if (!name.trim()) {
      return { card, what: 'name' };
    }
    if (cards.findIndex((other) => other.name.trim() === name.trim()) < card) {
      return { card, what: 'twice' };
    }
    if (benefits.some(({ categoryLarge }) => !categoryLarge.trim())) {
      return { card, what: 'category' };
    }
  }
  return undefined;
}
