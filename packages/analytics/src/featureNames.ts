import { AnalyticsError } from './analyticsError';

/** Names of a table's columns: the given ones, or x0, x1, … @throws AnalyticsError `shape` where they do not fit */
export function featureNames(columns: number, given?: readonly string[]): string[] {
  const names = given ?? Array.from({ length: columns }, (_, j) => `x${j}`);
  if (names.length !== columns) {
    throw new AnalyticsError('shape', `${names.length} names do not fit ${columns} columns.`);
  }
  return [...names];
}
