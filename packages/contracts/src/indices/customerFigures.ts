import type { Static } from 'typebox';
import { defineIndex } from '../defineIndex';
import { date, double, float, integer, keyword, long, object, optional, oneOf } from '../elasticTypes';

export const customerFigureKinds = ['total', 'share', 'box', 'pair', 'correlation', 'missing', 'anomaly_hour'] as const;

export const CustomerFigure = object({
  run_id: keyword(),
  kind: oneOf(customerFigureKinds),
  field: keyword('what it is about, as a claim names it'),
  label: keyword('the same in words'),
  other: optional(keyword('correlation, pair: the second field in words')),
  group: optional(keyword('level, group of customers, type of transaction, or step of the first number')),
  other_group: optional(keyword('pair: step of the second number; anomaly_hour: hour of the day')),
  place: integer('order within the figure, from 0'),
  customers: optional(long()),
  left: optional(long('of them those who left')),
  rate: optional(double('share that left, share without a value, or anomalies in 1,000 transactions')),
  low: optional(double('95 % Wilson interval')),
  high: optional(double('95 % Wilson interval')),
  low_whisker: optional(double('least value within 1.5 box lengths')),
  q1: optional(double()),
  median: optional(double()),
  q3: optional(double()),
  high_whisker: optional(double('greatest value within 1.5 box lengths')),
  mean: optional(double()),
  outliers: optional(long('customers beyond the whiskers')),
  /** lengths of the parts of a box plot, for bars that stand on each other */
  parts: optional(object({ to_q1: double(), to_median: double(), to_q3: double(), to_whisker: double() })),
  r: optional(float('Pearson’s correlation')),
  p: optional(double('corrected for all that were tested together')),
  missing: optional(long('customers without a value')),
  distinct: optional(long('distinct values')),
  anomalies: optional(long()),
  transactions: optional(long()),
  created_at: date(),
});
export type CustomerFigure = Static<typeof CustomerFigure>;

export const customerFigures = defineIndex({
  name: 'spendscope-customer-figures',
  layout: 'run',
  version: 1,
  description: 'One document is a bar, box, cell or count of a picture of the customers of a run.',
  grafanaReads: true,
  document: CustomerFigure,
});
