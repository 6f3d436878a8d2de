import type { CardDesign } from '@spendscope/contracts';

/** What a customer spent in a category in a month. */
export interface MonthlySpend {
  /** number of the customer in the sample */
  customer: number;
  /** any name of the month */
  month: string;
  large: string;
  mid?: string;
  amount: number;
}

/** What a card makes of one customer's year. */
export interface CardYear {
  cashback: number;
  /** in categories that the card rewards, each counted once */
  rewarded: number;
}

export interface BenefitYear {
  spend: number;
  cashback: number;
  /** months with spend, and those in which the cap held */
  months: number;
  capped: number;
}

/**
 * Benefit by benefit and month by month up to its cap, of a year in which everything rewarded is `times` what it was.
 * Months in which more came back than was spent pay nothing.
 *
 * @returns of each customer, and of each benefit over all customers
 */
export function yearOfCard(
  card: CardDesign,
  spends: readonly MonthlySpend[],
  customers: number,
  times: number
): { years: CardYear[]; benefits: BenefitYear[] } {
  const years = Array.from({ length: customers }, (): CardYear => ({ cashback: 0, rewarded: 0 }));
  const benefits = card.benefits.map((): BenefitYear => ({ spend: 0, cashback: 0, months: 0, capped: 0 }));
  const months = card.benefits.map(() => new Map<string, number>());
  for (const { customer, month, large, mid, amount } of spends) {
    const rewarding = card.benefits.flatMap(({ categoryLarge, categoryMid }, i) =>
      categoryLarge === large && (categoryMid === undefined || categoryMid === mid) ? [i] : []
    );
    if (rewarding.length > 0) {
      years[customer]!.rewarded += amount * times;
    }
    for (const i of rewarding) {
      const key = `${customer} ${month}`;
      months[i]!.set(key, (months[i]!.get(key) ?? 0) + amount * times);
    }
  }
  months.forEach((ofBenefit, i) => {
    const { rate, monthlyCap } = card.benefits[i]!;
    const year = benefits[i]!;
    for (const [key, spend] of ofBenefit) {
      const earned = Math.max(0, spend * rate);
      const cashback = Math.min(earned, monthlyCap);
      years[Number(key.split(' ')[0])]!.cashback += cashback;
      year.spend += spend;
      year.cashback += cashback;
      year.months += spend > 0 ? 1 : 0;
      year.capped += earned > monthlyCap ? 1 : 0;
    }
  });
  return { years, benefits };
}
