import type * as table from '@grafana/grafana-foundation-sdk/table';
import { type Override, inUnit, narrow, percent, sentences } from '../columns';
import { directions, insight, insightTable } from '../insightTable';
import { counted, shareBar, wide } from '../panels';
import type { Place } from './spendTable';

const { figures } = insight;
const leastHistory = 'Fewer than eight whole months, or no category that was bought in each of them';
const trendHow =
  'Trend: Theil–Sen slope of the logarithm of its whole months, as growth a quarter, with Sen’s 95 % interval; months are compared with the same months where the data has two years. Sure: p of the (seasonal) Mann–Kendall test below 0.05, corrected over all categories (Benjamini–Hochberg); the rest is called noise.'; // prettier-ignore

const trendColumns = {
  [insight.effect]: 'Trend',
  [insight.low]: 'from',
  [insight.high]: 'to',
  [insight.direction]: 'Sure?',
};
const trendOverrides: Override[] = [
  percent('Trend'),
  ...['from', 'to'].flatMap((column) => [percent(column), wide(column, 75)]),
  ...directions('Sure?'),
];

/** Growth of the categories of a level in money, the fastest first. */
export const growing = (
  money: string,
  level: 'category_large' | 'category_mid',
  { title, width, height }: Place & { title: string }
): table.PanelBuilder =>
  // prettier-ignore
  insightTable({
    title,
    how: `Spend of the last whole quarter, its change on the quarter before and on the same quarter a year before. ${trendHow}`,
    width,
    height,
    kind: 'category_growth',
    only: `${insight.dimension}:${level}`,
    columns: {
      [insight.group]: 'Category',
      [insight.value]: 'Last quarter',
      [figures.change]: 'On the one before',
      [figures.change_year]: 'On last year',
      ...trendColumns,
    },
    overrides: [
      inUnit('Last quarter', money),
      percent('On the one before'),
      percent('On last year'),
      ...trendOverrides,
    ],
    empty: leastHistory,
  });

/** The same of a category's part of all spend: who loses while everything grows. */
export const gaining = ({ title, width, height }: Place & { title: string }): table.PanelBuilder =>
  insightTable({
    title,
    how: `Share of a mid category in the spend of the last whole quarter, and how that share moves: a category can grow and still lose on the others. ${trendHow}`,
    width,
    height,
    kind: 'category_share',
    only: `${insight.dimension}:category_mid`,
    columns: { [insight.group]: 'Category', [insight.category]: 'Part of', [insight.value]: 'Share', ...trendColumns },
    overrides: [
      percent('Share'),
      ...narrow(['Category', 'Part of'], 135),
      ...trendOverrides.slice(0, -2),
      ...directions('Sure?', '▲ gains', '▼ loses'),
    ],
    empty: leastHistory,
  });

/** What the next quarter can be expected to bring. */
export const expected = (money: string, { title, width, height }: Place & { title: string }): table.PanelBuilder =>
  insightTable({
    title,
    how: 'The same quarter a year before, grown by the yearly trend of the category where that is beyond chance, against the last whole quarter: where spend will rise by itself, a benefit is seen by many; where it will fall, it can hold against that.',
    width,
    height,
    kind: 'next_quarter',
    columns: {
      [insight.group]: 'Category',
      [insight.period]: 'Quarter',
      [insight.value]: 'Expected',
      [insight.effect]: 'Change',
      [insight.verdict]: 'Why',
    },
    overrides: [
      inUnit('Expected', money),
      percent('Change'),
      ...narrow(['Quarter'], 80),
      ...narrow(['Expected', 'Change']),
      ...narrow(['Category'], 140),
      sentences('Why', 220),
    ],
    empty: 'The data has no same quarter a year before',
  });

/** Benefits for groups, by what each buys more often than all. */
export const benefits = (only: string, { title, width, height }: Place & { title: string }): table.PanelBuilder =>
  insightTable({
    title,
    how: 'Categories that a group buys more often than all customers: support is the share of the group that bought it in the last 365 days, lift that share ÷ the share of all; up to three of each group with a lift above 1 beyond chance (chi-square, corrected over all groups and categories) and a support of 5 % at least.',
    width,
    height,
    kind: 'recommendation',
    only,
    columns: {
      [insight.group]: 'For',
      [insight.category]: 'Benefit on',
      [figures.lift]: 'Lift',
      [figures.support]: 'Support',
      [figures.customers]: 'Customers',
      [insight.verdict]: 'Why',
    },
    overrides: [
      { matcher: { id: 'byName', options: 'Lift' }, properties: [{ id: 'decimals', value: 2 }, { id: 'unit', value: 'suffix: ×' }] }, // prettier-ignore
      shareBar('Support'),
      counted('Customers'),
      ...narrow(['For', 'Benefit on'], 150),
      ...narrow(['Lift', 'Customers'], 85),
      ...narrow(['Support'], 160),
      sentences('Why', 240),
    ],
    empty: 'No group buys any category more often than others beyond chance',
  });

/** Cards by what they would have paid back to a group. */
export const cards = (
  only: string,
  money: string,
  { title, width, height }: Place & { title: string }
): table.PanelBuilder =>
  // prettier-ignore
  insightTable({
    title,
    how: 'What each card’s benefits would have paid a customer of the group back in the last 365 days, up to their monthly caps, less the annual fee; and the share of the group that would get more than it pays. The three best of each group.',
    width,
    height,
    kind: 'card_product',
    only,
    columns: {
      [insight.group]: 'For',
      [insight.category]: 'Card',
      [insight.value]: 'Left a year',
      [figures.gain]: 'Cashback',
      [figures.fee]: 'Fee',
      [insight.effect]: 'Who gain',
      [insight.verdict]: 'Why',
    },
    overrides: [
      ...['Left a year', 'Cashback', 'Fee'].map((column) => inUnit(column, money)),
      percent('Who gain'),
      ...narrow(['For', 'Card', 'Left a year', 'Cashback', 'Fee', 'Who gain'], 90),
      sentences('Why', 240),
    ],
    empty: 'The issuer’s cards and their benefits are known for the card world only',
  });
