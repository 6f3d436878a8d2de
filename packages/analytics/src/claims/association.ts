import type { BoxPlot } from '../statistics/boxPlot';
import type { Interval } from '../statistics/describe';
import type { Strength } from './strength';

export type TestName =
  | 'welch'
  | 'student'
  | 'mann_whitney'
  | 'chi_square'
  | 'fisher'
  | 'cochran_armitage'
  | 'anova'
  | 'kruskal_wallis'
  | 'pearson'
  | 'spearman';

export interface TestResult {
  test: TestName;
  statistic: number;
  /** degrees of freedom, where the distribution has them */
  df?: number;
  df2?: number;
  p: number;
}

export type Measure = 'hedges_g' | 'odds_ratio' | 'cramers_v' | 'epsilon_squared' | 'pearson_r';

export interface Effect extends Interval {
  measure: Measure;
  value: number;
}

/** A group's numbers, for a picture. */
export interface MeanGroup extends Interval {
  label: string;
  n: number;
  mean: number;
  box: BoxPlot;
}

export interface ShareGroup extends Interval {
  label: string;
  n: number;
  events: number;
  rate: number;
}

/** What a picture of the relation is drawn from: numbers by groups, shares by groups, or numbers along numbers. */
export type AssociationPicture =
  | { kind: 'means'; groups: MeanGroup[] }
  | { kind: 'shares'; groups: ShareGroup[] }
  | { kind: 'trend'; groups: MeanGroup[] };

/** How two columns go together. */
export interface Association {
  /** rows that were compared */
  n: number;
  /** rows that lack one of the two */
  missing: number;
  /** rows that have both, in groups too small to compare */
  leftOut: number;
  /** the first decides; the others are for comparison */
  tests: [TestResult, ...TestResult[]];
  effect: Effect;
  /** more of the factor goes with more (1) or less (−1) of the outcome; 0 where there is no order */
  direction: -1 | 0 | 1;
  strength: Strength;
  picture: AssociationPicture;
}

/** Why nothing can be said. */
export interface TooLittle {
  tooLittle: 'few_rows' | 'small_group' | 'constant';
  n: number;
  missing: number;
}
