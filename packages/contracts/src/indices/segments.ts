import Type, { type Static } from 'typebox';
import { defineIndex } from '../defineIndex';
import { date, double, float, integer, keyword, list, object, optional, oneOf, stored, text } from '../elasticTypes';
import { Strategy } from './strategy';

const rfmFigures = object({ recency: double(), frequency: double(), monetary: double() });

/** All that rules say of a cluster, in one language. */
export const SegmentWords = Type.Object({
  name: Type.String({ description: 'persona name' }),
  description: Type.String(),
  strategies: Type.Array(Strategy),
  rule: Type.String({ description: 'the rule by which the cluster got its name' }),
});
export type SegmentWords = Static<typeof SegmentWords>;

export const Segment = object({
  run_id: keyword(),
  cluster: integer('the same from run to run: a new run’s clusters take the numbers whose customers they took over'),
  name: keyword('persona name in English, which filters go by'),
  description: text(),
  size: integer('customers'),
  share: float('of all customers, 0 to 1'),
  means: rfmFigures,
  medians: rfmFigures,
  /** z-scores of log1p values against the population */
  z: rfmFigures,
  population: rfmFigures,
  /** centroid on the explorer's axes */
  centroid: object({
    log_recency: double(),
    log_frequency: double(),
    log_monetary: double(),
    pca1: optional(double()),
    pca2: optional(double()),
  }),
  spend_share: float('of net spend, 0 to 1'),
  churn_rate: float(),
  churn_low: float('95 % Wilson interval'),
  churn_high: float('95 % Wilson interval'),
  churn_basis: keyword('label, inactivity or model'),
  priority: float('size × mean monetary × churn probability, each to its weight, normalised to the largest'),
  priority_inputs: object({ size: double(), mean_monetary: double(), churn_probability: double() }),
  priority_weights: optional(object({ size: float(), monetary: float(), churn: float() })),
  rank: integer('by priority, from 1'),
  strategies: stored(list(Strategy)),
  rule: optional(text('the rule by which the cluster got its name')),
  translations: optional(stored(Type.Object({ ko: SegmentWords }), 'the words of the rules in other languages')),
  source: oneOf(['rules'] as const, 'who wrote this text; a language model’s is in the persona texts'),
  source_detail: keyword('which rules'),
  quality: object({ k: integer(), inertia: double(), silhouette: float(), silhouette_sample: integer() }),
  created_at: date(),
});
export type Segment = Static<typeof Segment>;

export const segments = defineIndex({
  name: 'spendscope-segments',
  layout: 'run',
  version: 5,
  description: 'One document is a cluster of a run.',
  grafanaReads: true,
  document: Segment,
});
