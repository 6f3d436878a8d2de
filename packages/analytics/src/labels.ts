import { AnalyticsError } from './analyticsError';

/** The observed classes of rows: 1 positive (has churned), 0 negative. */
export type Labels = Int8Array;

/**
 * Checks the answers that a classifier is to learn.
 *
 * @throws AnalyticsError `shape` where their number differs from the rows, `bad_option` on anything but 0 and 1,
 *   `one_class` where all are equal: there is nothing to tell apart
 */
export function checkLabels(labels: ArrayLike<number>, rows: number, what: string): void {
  if (labels.length !== rows) {
    throw new AnalyticsError('shape', `${what}: ${labels.length} labels do not fit ${rows} rows.`);
  }
  let positives = 0;
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== 0 && labels[i] !== 1) {
      throw new AnalyticsError('bad_option', `${what}: label ${i} is ${labels[i]}; labels are 0 or 1.`);
    }
    positives += labels[i]!;
  }
  if (positives === 0 || positives === labels.length) {
    throw new AnalyticsError('one_class', `${what} needs rows of both classes; all ${labels.length} labels are ${positives > 0 ? 1 : 0}.`); // prettier-ignore
  }
}
