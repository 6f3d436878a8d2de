import type { BenefitAssumptions, CardDesign, CardOutcome, CardProduct, Estimate } from '@spendscope/contracts';
import { type CardYear, type MonthlySpend, yearOfCard } from './yearOfCard';

/** Customers of a segment whose spend was read, and how many the segment has. */
export interface SegmentSample {
  customers: number;
  spends: readonly MonthlySpend[];
  /** id of the card that each of the sample holds */
  holds: readonly (string | undefined)[];
}

const normal95 = 1.959963984540054;

/** What a card would be in a year for its takers and for the company, from what a sample of the segment spent in the last one. */
export function simulateCard(
  card: CardDesign,
  sample: SegmentSample,
  assumptions: BenefitAssumptions,
  existing: readonly CardProduct[]
): CardOutcome {
  const {
    takers: whom,
    takeUp,
    moreSpend,
    merchantFee,
    costOfSpend,
    yearlyCost,
    newCardCost,
    years: spread,
  } = assumptions;
  const sampled = sample.holds.length;
  const { years } = yearOfCard(card, sample.spends, sampled, 1 + moreSpend);
  const gaining = years.flatMap(({ cashback }, i) => (cashback > card.annualFee ? [i] : []));
  const drawn = whom === 'anybody' ? years.map((_, i) => i) : gaining;
  const taking = new Set(drawn);
  const ofTakers = sample.spends.filter(({ customer }) => taking.has(customer));
  const { benefits } = yearOfCard(card, ofTakers, sampled, 1 + moreSpend);
  const takers = (takeUp * sample.customers * drawn.length) / sampled;
  const earned = merchantFee - costOfSpend;
  const cost = yearlyCost + newCardCost / spread;
  const anew = moreSpend / (1 + moreSpend);
  const marginOf = ({ rewarded, cashback }: CardYear): number =>
    card.annualFee + rewarded * anew * earned - cashback - cost;
  const cashback = estimate(drawn.map((i) => years[i]!.cashback));
  const rewarded = estimate(drawn.map((i) => years[i]!.rewarded));
  const margin = estimate(drawn.map((i) => marginOf(years[i]!)));
  const gain = shifted(cashback, -card.annualFee);
  const each = Math.max(1, drawn.length);
  return {
    name: card.name,
    customer: { cashback, fee: card.annualFee, gain, gaining: gaining.length / sampled },
    company: {
      takers,
      feeIncome: takers * card.annualFee,
      spendIncome: takers * rewarded.value * anew * earned,
      keptIncome: takers * rewarded.value * (1 - anew) * earned,
      cashback: takers * cashback.value,
      cost: takers * cost,
      margin: { value: takers * margin.value, low: takers * margin.low, high: takers * margin.high },
    },
    benefits: card.benefits.map(({ categoryLarge, categoryMid }, i) => ({
      category: categoryMid ?? categoryLarge,
      spend: benefits[i]!.spend / each,
      cashback: benefits[i]!.cashback / each,
      capped: benefits[i]!.months > 0 ? benefits[i]!.capped / benefits[i]!.months : 0,
    })),
    overlap: overlapOf(card, sample, existing),
    pays: drawn.length === 0 ? 'neither' : paysFor(gain, margin),
  };
}

/** Normal interval of a mean; of fewer than two values it has no width that could be told. */
function estimate(values: readonly number[]): Estimate {
  const n = values.length;
  const value = n === 0 ? 0 : values.reduce((sum, x) => sum + x, 0) / n;
  const squares = values.reduce((sum, x) => sum + (x - value) ** 2, 0);
  const margin = n < 2 ? 0 : normal95 * Math.sqrt(squares / (n - 1) / n);
  return { value, low: value - margin, high: value + margin };
}

const shifted = ({ value, low, high }: Estimate, by: number): Estimate => ({
  value: value + by,
  low: low + by,
  high: high + by,
});

function paysFor(gain: Estimate, margin: Estimate): CardOutcome['pays'] {
  const [customer, company] = [gain, margin].map(({ low, high }) => (low > 0 ? true : high < 0 ? false : undefined));
  if (customer === undefined || company === undefined) {
    return 'cannot tell';
  }
  return customer && company ? 'both' : customer ? 'customer only' : company ? 'company only' : 'neither';
}

/** Which cards pay their holders for the same already: the lower of both cashbacks, benefit by benefit of the design. */
function overlapOf(
  card: CardDesign,
  { spends, holds }: SegmentSample,
  existing: readonly CardProduct[]
): CardOutcome['overlap'] {
  return existing
    .map((other) => {
      const holders = new Set(holds.flatMap((held, i) => (held === other.id ? [i] : [])));
      const theirs = spends.filter(({ customer }) => holders.has(customer));
      const shared = (design: CardDesign): number =>
        yearOfCard(design, theirs, holds.length, 1).years.reduce((sum, { cashback }) => sum + cashback, 0);
      const own = shared(card);
      const both = card.benefits.reduce((sum, benefit) => {
        const same = other.benefits.filter((theirs) => meet(theirs, benefit));
        return sum + (same.length === 0 ? 0 : Math.min(shared({ ...card, benefits: [benefit] }), shared({ ...other, benefits: same }))); // prettier-ignore
      }, 0);
      return { card: other.name, holders: holders.size / holds.length, paysAlready: own > 0 ? both / own : 0 };
    })
    .filter(({ holders }) => holders > 0)
    .sort((a, b) => b.holders * b.paysAlready - a.holders * a.paysAlready);
}

type Benefit = CardDesign['benefits'][number];
const meet = (a: Benefit, b: Benefit): boolean =>
  a.categoryLarge === b.categoryLarge &&
  (a.categoryMid === undefined || b.categoryMid === undefined || a.categoryMid === b.categoryMid);
