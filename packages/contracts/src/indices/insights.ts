import type { Static } from 'typebox';
import { defineIndex } from '../defineIndex';
import { date, double, keyword, object, optional, text } from '../elasticTypes';

export const Insight = object({
  run_id: keyword(),
  kind: keyword(),
  question: text(),
  period: keyword(),
  group: keyword(),
  value: double(),
  effect: optional(double()),
  low: optional(double('95 % interval')),
  high: optional(double('95 % interval')),
  p: optional(double()),
  verdict: text(),
  created_at: date(),
});
export type Insight = Static<typeof Insight>;

export const insights = defineIndex({
  name: 'spendscope-insights',
  layout: 'run',
  version: 1,
  description: 'One finding of a run.',
  grafanaReads: true,
  document: Insight,
});
