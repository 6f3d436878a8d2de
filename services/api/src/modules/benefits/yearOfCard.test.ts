import type { CardDesign } from '@spendscope/contracts';
import { type MonthlySpend, yearOfCard } from './yearOfCard';

const card: CardDesign = {
  name: 'Home',
  annualFee: 10,
  benefits: [
    { categoryLarge: 'home', rate: 0.1, monthlyCap: 20 },
    { categoryLarge: 'food', categoryMid: 'cafe', rate: 0.5, monthlyCap: 100 },
  ],
};
const spend = (customer: number, month: string, large: string, amount: number, mid?: string): MonthlySpend => ({
  ...{ customer, month, large, amount },
  ...(mid ? { mid } : {}),
});

it('pays a rate of what a month spent in the category, up to the month’s cap', () => {
  const spends = [
    spend(0, 'May', 'home', 100, 'furniture'),
    spend(0, 'May', 'home', 150, 'kitchen'),
    spend(0, 'June', 'home', 150),
    spend(1, 'May', 'food', 40, 'cafe'),
    spend(1, 'May', 'food', 500, 'restaurant'),
    spend(1, 'May', 'travel', 900),
  ];
  const { years, benefits } = yearOfCard(card, spends, 3, 1);
  // 250 · 10 % is over the cap of 20; 150 · 10 % is not.
  expect(years).toEqual([
    { cashback: 35, rewarded: 400 },
    { cashback: 20, rewarded: 40 },
    { cashback: 0, rewarded: 0 },
  ]);
  expect(benefits).toEqual([
    { spend: 400, cashback: 35, months: 2, capped: 1 },
    { spend: 40, cashback: 20, months: 1, capped: 0 },
  ]);
});

it('takes spend as so many times what it was', () => {
  expect(yearOfCard(card, [spend(0, 'May', 'home', 150)], 1, 1.5).years).toEqual([{ cashback: 20, rewarded: 225 }]);
});

it('pays nothing for a month in which more came back than was spent', () => {
  const { years } = yearOfCard(card, [spend(0, 'May', 'home', -80), spend(0, 'June', 'home', 50)], 1, 1);
  expect(years[0]!.cashback).toBe(5);
});
