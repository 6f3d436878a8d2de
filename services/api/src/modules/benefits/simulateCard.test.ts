import { type CardDesign, type CardProduct, usualAssumptions } from '@spendscope/contracts';
import { type SegmentSample, simulateCard } from './simulateCard';
import type { MonthlySpend } from './yearOfCard';

const card: CardDesign = {
  name: 'Home',
  annualFee: 100,
  benefits: [{ categoryLarge: 'home', rate: 0.1, monthlyCap: 1_000 }],
};
/** Each spends so much on their home in one month. */
const sampleOf = (amounts: readonly number[], holds: readonly (string | undefined)[] = []): SegmentSample => ({
  customers: 1_000,
  spends: amounts.map((amount, customer): MonthlySpend => ({ customer, month: 'May', large: 'home', amount })),
  holds: amounts.map((_, i) => holds[i]),
});
const assumptions = {
  ...usualAssumptions,
  takers: 'anybody',
  takeUp: 0.5,
  moreSpend: 0,
  yearlyCost: 10,
  newCardCost: 50,
  years: 5,
} as const;

it('adds up fee, cashback and costs of those who take it', () => {
  const { customer, company } = simulateCard(card, sampleOf([2_000, 2_000, 2_000, 2_000]), assumptions, []);
  expect(customer).toEqual({
    cashback: { value: 200, low: 200, high: 200 },
    fee: 100,
    gain: { value: 100, low: 100, high: 100 },
    gaining: 1,
  });
  // Five hundred takers: 100 of fee, 200 of cashback and 20 of cost each, and nothing spent that was not spent before.
  expect(company).toMatchObject({ takers: 500, feeIncome: 50_000, cashback: 100_000, cost: 10_000, spendIncome: 0 });
  expect(company.margin).toEqual({ value: -60_000, low: -60_000, high: -60_000 });
  expect(company.keptIncome).toBeCloseTo(500 * 2_000 * 0.009, 6);
});

it('counts as income only what is spent because of the card', () => {
  const { company } = simulateCard(card, sampleOf([1_000, 1_000]), { ...assumptions, moreSpend: 0.5 }, []);
  expect(company.spendIncome).toBeCloseTo(500 * 500 * 0.009, 6);
  expect(company.keptIncome).toBeCloseTo(500 * 1_000 * 0.009, 6);
  expect(company.cashback).toBeCloseTo(500 * 150, 6);
});

it('draws only those who gain where that is assumed, which costs the company more', () => {
  const sample = sampleOf([3_000, 100, 100, 100]);
  const anybody = simulateCard(card, sample, assumptions, []);
  const gainers = simulateCard(card, sample, { ...assumptions, takers: 'who gains' }, []);
  expect([anybody.company.takers, gainers.company.takers]).toEqual([500, 125]);
  expect([anybody.customer.cashback.value, gainers.customer.cashback.value]).toEqual([82.5, 300]);
  expect(gainers.customer.gaining).toBe(0.25);
  expect(gainers.company.margin.value / 125).toBeLessThan(anybody.company.margin.value / 500);
});

it('says for whom it pays only where the whole interval does', () => {
  const pays = (amounts: readonly number[], change: Partial<typeof assumptions> = {}): string =>
    simulateCard(card, sampleOf(amounts), { ...assumptions, ...change }, []).pays;
  expect(pays([2_000, 2_000])).toBe('customer only');
  expect(pays([100, 100])).toBe('company only');
  expect(pays([200, 5_000])).toBe('cannot tell');
  expect(simulateCard({ ...card, annualFee: 5 }, sampleOf([10, 10]), assumptions, []).pays).toBe('neither');
  const paying = { ...assumptions, moreSpend: 5, merchantFee: 0.1, costOfSpend: 0 };
  const lower = { ...card, benefits: [{ ...card.benefits[0]!, rate: 0.05 }] };
  expect(simulateCard(lower, sampleOf([1_000, 1_000]), paying, []).pays).toBe('both');
});

it('tells which cards pay their holders for the same already, at the lower of both', () => {
  const product = (id: string, name: string, categoryLarge: string, rate: number): CardProduct => ({ id, name, annualFee: 0, benefits: [{ categoryLarge, rate, monthlyCap: 1_000 }] }); // prettier-ignore
  const existing = [product('living', 'Living', 'home', 0.05), product('roam', 'Roam', 'travel', 0.2), product('none', 'Nobody’s', 'home', 0.1)]; // prettier-ignore
  const { overlap } = simulateCard(card, sampleOf([1_000, 1_000, 1_000, 1_000], ['living', 'living', 'roam']), assumptions, existing); // prettier-ignore
  expect(overlap).toEqual([
    { card: 'Living', holders: 0.5, paysAlready: 0.5 },
    { card: 'Roam', holders: 0.25, paysAlready: 0 },
  ]);
});

it('draws nobody where nobody gains', () => {
  const outcome = simulateCard(card, sampleOf([10, 10]), { ...assumptions, takers: 'who gains' }, []);
  expect(outcome).toMatchObject({ pays: 'neither', company: { takers: 0, margin: { value: 0 } } });
  expect(outcome.benefits[0]).toEqual({ category: 'home', spend: 0, cashback: 0, capped: 0 });
});
