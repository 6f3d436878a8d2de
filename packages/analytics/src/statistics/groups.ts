import { AnalyticsError } from '../analyticsError';
import { checkValues } from '../matrix';

/**
 * Checks groups of values before they are compared.
 *
 * @throws AnalyticsError `too_few_rows` for fewer groups or values than the test needs, `not_finite`
 */
export function checkGroups(groups: readonly ArrayLike<number>[], leastValues: number, what: string): void {
  if (groups.length < 2) {
    throw new AnalyticsError('too_few_rows', `${what} compares groups and needs at least two, not ${groups.length}.`);
  }
  groups.forEach((group, i) => {
    if (group.length < leastValues) {
      throw new AnalyticsError(
        'too_few_rows',
        `${what}: group ${i} has ${group.length} values and needs at least ${leastValues}.`
      );
    }
    checkValues(group, `${what}, group ${i}`);
  });
}

/** The values of all groups, one after another. */
export function concatenated(groups: readonly ArrayLike<number>[]): Float64Array {
  const all = new Float64Array(groups.reduce((sum, group) => sum + group.length, 0));
  let from = 0;
  for (const group of groups) {
    all.set(group, from);
    from += group.length;
  }
  return all;
}
