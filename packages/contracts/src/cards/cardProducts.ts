import type { CardDesign } from './cardDesign';

export interface CardProduct extends CardDesign {
  id: string;
}

/** The issuer's cards (invented), fees and caps in KRW. Recommendations compare a customer's spend with these benefits. */
export const cardProducts: readonly CardProduct[] = [
  {
    id: 'daily',
    name: 'Daily',
    annualFee: 10_000,
    benefits: [
      { categoryLarge: 'food', categoryMid: 'cafe', rate: 0.1, monthlyCap: 5_000 },
      { categoryLarge: 'food', categoryMid: 'convenience store', rate: 0.05, monthlyCap: 5_000 },
      { categoryLarge: 'transport', categoryMid: 'public transport', rate: 0.1, monthlyCap: 5_000 },
    ],
  },
  {
    id: 'market',
    name: 'Market',
    annualFee: 15_000,
    benefits: [
      { categoryLarge: 'hypermarket', rate: 0.07, monthlyCap: 15_000 },
      { categoryLarge: 'food', categoryMid: 'delivery', rate: 0.05, monthlyCap: 8_000 },
    ],
  },
  {
    id: 'drive',
    name: 'Drive',
    annualFee: 15_000,
    benefits: [
      { categoryLarge: 'transport', categoryMid: 'fuel', rate: 0.08, monthlyCap: 20_000 },
      { categoryLarge: 'transport', categoryMid: 'car care', rate: 0.1, monthlyCap: 10_000 },
    ],
  },
  {
    id: 'stream',
    name: 'Stream',
    annualFee: 12_000,
    benefits: [
      { categoryLarge: 'entertainment', categoryMid: 'digital services', rate: 0.3, monthlyCap: 10_000 },
      { categoryLarge: 'shopping', categoryMid: 'online mall', rate: 0.05, monthlyCap: 15_000 },
    ],
  },
  {
    id: 'campus',
    name: 'Family Learning',
    annualFee: 20_000,
    benefits: [
      { categoryLarge: 'education', rate: 0.1, monthlyCap: 30_000 },
      { categoryLarge: 'health', categoryMid: 'clinic', rate: 0.05, monthlyCap: 10_000 },
    ],
  },
  {
    id: 'living',
    name: 'Home & Living',
    annualFee: 20_000,
    benefits: [
      { categoryLarge: 'home', rate: 0.07, monthlyCap: 40_000 },
      { categoryLarge: 'utilities', rate: 0.05, monthlyCap: 10_000 },
    ],
  },
  {
    id: 'roam',
    name: 'Roam',
    annualFee: 100_000,
    benefits: [
      { categoryLarge: 'travel', rate: 0.05, monthlyCap: 80_000 },
      { categoryLarge: 'food', categoryMid: 'restaurant', rate: 0.02, monthlyCap: 20_000 },
    ],
  },
  {
    id: 'signature',
    name: 'Signature',
    annualFee: 300_000,
    benefits: [
      { categoryLarge: 'shopping', categoryMid: 'department store', rate: 0.05, monthlyCap: 100_000 },
      { categoryLarge: 'travel', rate: 0.05, monthlyCap: 150_000 },
      { categoryLarge: 'entertainment', categoryMid: 'golf', rate: 0.1, monthlyCap: 60_000 },
    ],
  },
];
