import type { Static } from 'typebox';
import { defineIndex } from '../defineIndex';
import { date, double, integer, keyword, object, oneOf, optional, text } from '../elasticTypes';

/** What a finding is about, and what its `value` and `effect` are. */
export const insightKinds = [
  /** tests of a report: customers; effect as the test names it */
  'churn',
  'pair',
  'anomalies',
  /** spend of a quarter; change against the same days a year before */
  'quarter',
  /** spend of a category in the last whole quarter; growth a quarter, as a share */
  'category_growth',
  /** share of a category in the spend of the last whole quarter; growth of that share a quarter */
  'category_share',
  /** spend of a category that is to be expected next quarter; change on the last whole quarter, as a share */
  'next_quarter',
  /** median spend of a grade's customers in 365 days; share that the border below puts right */
  'grade_borders',
  /** share of spend in 365 days of the two highest grades together, and of the others; share of customers */
  'top_grades',
  /** spend in 365 days of a region’s customers, a customer; times that of everybody */
  'region',
  /** VVIPs among customers of an age band, as a share */
  'vvip_by_age',
  /** VVIPs among all customers; change of the share from one age band to the next */
  'vvip_trend',
  /** share of a grade's spend that is at risk; times that of everybody */
  'grade_benefit',
  /** mean order of a grade; without own outliers, as a share of that */
  'own_outliers',
  /** customers of a group who buy a category, as a share; lift */
  'recommendation',
  /** money that a card's benefits pay a customer of a group in a year, less the fee; share of customers who gain */
  'card_product',
  /** spend of a target segment on a category in a calendar month; times its mean month */
  'segment_month',
  /** likeness of an age and grade to the target segment: correlation of what is typical of their mixes, −1 to 1 */
  'lookalike',
] as const;
export type InsightKind = (typeof insightKinds)[number];

/** Regions that are drawn as tiles; more are no picture any more. */
export const mostTiles = 200;

/** Numbers that a finding rests on; which ones, its kind says. Money in the data's currency, shares from 0 to 1. */
const figures = object({
  customers: optional(double()),
  payments: optional(double()),
  spend: optional(double()),
  share: optional(double('of all spend, or of all customers')),
  /** of the period before, and the change since then */
  before: optional(double()),
  change: optional(double()),
  /** of the same days a year before, and the change since then */
  year_before: optional(double()),
  change_year: optional(double()),
  months: optional(double('whole months that a trend rests on')),
  min: optional(double()),
  low: optional(double('5 % have less')),
  median: optional(double()),
  high: optional(double('5 % have more')),
  max: optional(double()),
  border: optional(double('spend in 365 days from which customers have this grade and not the one below')),
  down_below: optional(double('spend that one in a hundred of the grade stays under')),
  at_risk: optional(double('spend in 365 days × churn probability')),
  support: optional(double('share of the group that buys it')),
  lift: optional(double('that share ÷ the share of all customers')),
  gain: optional(double('cashback in a year')),
  fee: optional(double('annual fee')),
  lat: optional(double('degrees north: median of the payments')),
  lon: optional(double('degrees east')),
  tile_north: optional(double('rows from the southernmost of a map whose regions are tiles of one size')),
  tile_east: optional(double('columns from the westernmost of it')),
});

export const Insight = object({
  run_id: keyword(),
  kind: oneOf(insightKinds),
  question: text(),
  period: keyword(),
  group: keyword(),
  dimension: optional(keyword('field that the group is a value of')),
  category: optional(keyword()),
  place: optional(integer('order among findings of a kind, from 0')),
  value: double(),
  effect: optional(double()),
  low: optional(double('95 % interval of the effect, or of the value where there is none')),
  high: optional(double('95 % interval of the effect, or of the value where there is none')),
  p: optional(double('corrected for all that were tested together (Benjamini–Hochberg)')),
  direction: optional(oneOf(['up', 'down', 'unsure'] as const, 'of the effect; unsure where p is 0.05 or more')),
  verdict: text(),
  figures: optional(figures),
  created_at: date(),
});
export type Insight = Static<typeof Insight>;

export const insights = defineIndex({
  name: 'spendscope-insights',
  layout: 'run',
  version: 3,
  description: 'One finding of a run, with the numbers behind it.',
  grafanaReads: true,
  document: Insight,
});
