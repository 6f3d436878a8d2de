import { AnalyticsError } from '../analyticsError';
import { type Interval, checkConfidence, moments } from './describe';
import { fisherFTails } from './distributions/fisherF';
import { noncentralF, noncentralityAt } from './distributions/noncentral';
import { checkGroups, concatenated } from './groups';

export interface Anova extends Interval {
  f: number;
  df1: number;
  df2: number;
  p: number;
  /** share of the sum of squares that lies between the groups: too high in small samples */
  etaSquared: number;
  /** the same less what chance alone gives (Kelley 1935); can be slightly negative; to it belongs the interval low … high */
  epsilonSquared: number;
}

/**
 * One-way analysis of variance. The interval inverts the noncentral F distribution (Steiger 2004).
 *
 * @throws AnalyticsError `constant` where no group varies
 */
export function anova(groups: readonly ArrayLike<number>[], confidence = 0.95): Anova {
  checkGroups(groups, 1, 'The analysis of variance');
  checkConfidence(confidence);
  const all = concatenated(groups);
  const { mean } = moments(all);
  const each = groups.map((group) => moments(group));
  const between = each.reduce((sum, group) => sum + group.n * (group.mean - mean) ** 2, 0);
  const within = each.reduce((sum, group) => sum + (group.n > 1 ? (group.n - 1) * group.variance : 0), 0);
  const df1 = groups.length - 1;
  const df2 = all.length - groups.length;
  if (df2 < 1) {
    throw new AnalyticsError('too_few_rows', 'The analysis of variance needs more values than groups.');
  }
  if (within === 0) {
    throw new AnalyticsError(
      'constant',
      'The analysis of variance: no group varies, so there is no error to measure by.'
    );
  }
  const f = between / df1 / (within / df2);
  const bound = (share: number): number => {
    const noncentrality = noncentralityAt(share, (value) => noncentralF(f, df1, df2, value), df1 * f);
    return noncentrality / (noncentrality + all.length);
  };
  return {
    f,
    df1,
    df2,
    p: fisherFTails(f, df1, df2).upper,
    etaSquared: between / (between + within),
    epsilonSquared: (between - (df1 * within) / df2) / (between + within),
    low: bound(0.5 + confidence / 2),
    high: bound(0.5 - confidence / 2),
  };
}
