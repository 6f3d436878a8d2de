import { createHash } from 'node:crypto';
import { Strategy } from '@spendscope/contracts';
import Value from 'typebox/value';
import type { ClusterProfile } from '../segmentCustomers';
import { assignPersonas } from './assignPersonas';
import { describeClusters } from './describeCluster';
import type { Money } from './languages/language';

const won: Money = { of: 'spend', currency: 'KRW' };
const cluster = (recency: number, frequency: number, monetary: number, churn: number): ClusterProfile => ({
  cluster: 0,
  rank: 1,
  size: 100,
  share: 1 / 6,
  means: { recency: 10, frequency: 3, monetary: 1234.5 },
  medians: { recency: 10, frequency: 3, monetary: 1000 },
  z: { recency, frequency, monetary },
  centroid: { recency: 1, frequency: 0.5, monetary: 3 },
  spendShare: 0.2,
  churnRate: churn,
  churnLow: 0,
  churnHigh: 1,
  meanChurnProbability: churn,
  priority: 1,
});

const six = [
  cluster(0.7, 0.5, 0.6, 0.7),
  cluster(-0.9, 1.2, 1.1, 0.02),
  cluster(1.3, -1.2, -1.1, 0.9),
  cluster(0.3, -0.9, 0.6, 0.4),
  cluster(1.0, 0.3, 1.2, 0.3),
  cluster(0.05, 0, -0.1, 0.3),
];

it('finds the six that marketers expect', () => {
  expect(assignPersonas(six).map(({ key }) => key)).toEqual([
    'leaving',
    'core',
    'inactive',
    'one_off',
    'old_big',
    'middle',
  ]);
});

it('does not call a cluster leaving that leaves less than the others', () => {
  const [first] = assignPersonas([cluster(0.6, 0.5, 0.5, 0.1), cluster(-0.5, -0.2, -0.3, 0.4)]);
  expect(first!.key).toBe('resting');
});

it('names every cluster, also more clusters than there are personas', () => {
  const many = Array.from({ length: 13 }, () => six[5]!);
  const names = describeClusters(many, won).map(({ name }) => name);
  expect(new Set(names).size).toBe(13);
});

it('says by which rule each has its name, and where none was left that fits', () => {
  const personas = describeClusters(six, won);
  expect(personas.map(({ name, rule }) => `${name}: ${rule}`)).toEqual([
    'High risk of leaving: Nearest profile for which recency z > 0, frequency z > 0, churn ≥ 1 × that of all customers.',
    'Core loyal: Nearest profile for which recency z < 0, frequency z > 0, monetary z > 0, churn < 1 × that of all customers.',
    'Long inactive: Nearest profile for which recency z > 0, frequency z < 0, monetary z < 0, churn ≥ 1 × that of all customers.',
    'One-off big spender: Nearest profile for which frequency z < 0, monetary z > 0.',
    'Old big spender: Nearest profile for which recency z > 0, monetary z > 0.5.',
    'Middle: Nearest profile for which recency z > -1, recency z < 1, frequency z > -1, frequency z < 1, monetary z > -1, monetary z < 1.',
  ]);
  // Nobody bounds what is far off in every direction at once; churn is everybody's own mean.
  expect(assignPersonas([cluster(-2, 2, -2, 0.9), cluster(0, 0, 0, 0.1)])[0]!.broken).toBe(true);
});

it('gives the same bytes for the same clusters, whatever the run', () => {
  const bytes = JSON.stringify(describeClusters(six, won));
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(
    'bf20e1c4965468b6c10252a5bea37336330c4e330becf7cb09747279ed55b4a7'
  );
});

it('gives three to five strategies each, which fit where they are kept', () => {
  const all = describeClusters(
    Array.from({ length: 11 }, () => six[5]!),
    won
  );
  expect(new Set(all.map(({ name }) => name)).size).toBe(11);
  for (const { strategies, translations } of all) {
    expect(translations.ko.strategies).toHaveLength(strategies.length);
    translations.ko.strategies.forEach((strategy) => expect([...Value.Errors(Strategy, strategy)]).toEqual([]));
    expect(strategies.length >= 3 && strategies.length <= 5).toBe(true);
    strategies.forEach((strategy) => expect([...Value.Errors(Strategy, strategy)]).toEqual([]));
  }
});

it('puts the cluster’s figures after the words, with the currency where there is one', () => {
  const [persona] = describeClusters(six, won);
  expect(persona!.description).toBe(
    'They used to buy often and for good sums, and have gone quieter than their own habit. 16.7 % of customers; on average 3 orders, KRW 1,235 spent, last order 10 days ago, 70 % gone or going.'
  );
  expect(persona!.translations.ko.description).toBe(
    '예전에는 자주, 적지 않게 구매했지만 평소 습관보다 뜸해졌습니다. 고객의 16.7 %. 평균 주문 3회, 지출 1,235원, 마지막 주문 10일 전, 70 %가 떠났거나 떠나는 중.'
  );
  expect(describeClusters(six, { of: 'cashback' })[0]!.description).toContain('on average 3 orders, 1,235 cashback,');
});

it('says everything in Korean too, with an offer where the English has one', () => {
  for (const { strategies, translations } of describeClusters(
    Array.from({ length: 11 }, () => six[5]!),
    won
  )) {
    const { name, description, rule, strategies: plans } = translations.ko;
    const plain = [name, description, rule, ...plans.flatMap((plan) => Object.values(plan))];
    plain.forEach((text) => expect(text).toMatch(/[가-힣]/));
    expect(plans.map(({ offer }) => offer !== undefined)).toEqual(strategies.map(({ offer }) => offer !== undefined));
  }
});
