import { type Labels, Random, drawRows } from '@spendscope/analytics';

/** Customers that models of churn learn from at most. */
export const mostLearntRows = 50_000;

/**
 * The rows to learn from, in ascending order: all of them where they are few, else a seeded sample in which both kinds
 * keep their share.
 */
export function drawLearntRows(labels: Labels, seed: number, most = mostLearntRows): Int32Array {
  const all = Int32Array.from(labels.keys());
  if (labels.length <= most) {
    return all;
  }
  const random = new Random(seed, 4);
  const positives = all.filter((row) => labels[row]! > 0);
  const negatives = all.filter((row) => !(labels[row]! > 0));
  const share = Math.round((most * positives.length) / labels.length);
  const drawn = (rows: Int32Array, size: number): number[] =>
    drawRows(rows.length, size, random).map((at) => rows[at]!);
  return Int32Array.from([...drawn(positives, share), ...drawn(negatives, most - share)]).sort();
}
