import { AnalyticsError } from '../analyticsError';
import { checkLabels } from '../labels';
import { Random } from '../random';
import { shuffle } from '../shuffle';

/** For each row the number of the fold that holds it out, 0 to k − 1. */
export type Folds = Int32Array;

/**
 * Stratified k-fold: each fold has its share of both classes. Rows are shuffled by the seed and dealt out.
 *
 * @throws AnalyticsError `too_few_rows` where a class has fewer rows than folds
 */
export function stratifiedFolds(labels: ArrayLike<number>, k: number, seed: number): Folds {
  checkK(k);
  checkLabels(labels, labels.length, 'Folds');
  const folds = new Int32Array(labels.length);
  const random = new Random(seed);
  let dealt = 0;
  for (const label of [0, 1]) {
    const rows = shuffle(rowsWith(labels, label), random);
    if (rows.length < k) {
      throw new AnalyticsError('too_few_rows', `${k} folds need ${k} rows of class ${label}; there are ${rows.length}.`); // prettier-ignore
    }
    rows.forEach((row) => (folds[row] = dealt++ % k));
  }
  return folds;
}

/**
 * Group k-fold: all rows of a group are held out together, so that no repeat of a test row is learnt from. Groups are
 * dealt in a seeded order, the large ones first, to the fold that most lacks their class.
 *
 * @throws AnalyticsError `too_few_rows` where there are fewer groups than folds
 */
export function groupFolds(labels: ArrayLike<number>, groups: ArrayLike<number>, k: number, seed: number): Folds {
  checkK(k);
  checkLabels(labels, groups.length, 'Folds');
  const sizes = new Map<number, [number, number]>();
  for (let i = 0; i < groups.length; i++) {
    const size = sizes.get(groups[i]!) ?? [0, 0];
    size[labels[i]! > 0 ? 1 : 0]++;
    sizes.set(groups[i]!, size);
  }
  if (sizes.size < k) {
    throw new AnalyticsError('too_few_rows', `${k} folds need ${k} groups; there are ${sizes.size}.`);
  }
  const order = shuffle(Int32Array.from(sizes.keys()), new Random(seed));
  const total = (group: number): number => sizes.get(group)![0] + sizes.get(group)![1];
  const bySize = Array.from(order).sort((a, b) => total(b) - total(a));
  const positives = bySize.reduce((sum, group) => sum + sizes.get(group)![1], 0);
  const weights = [1 / (groups.length - positives), 1 / positives] as const;
  const filled = Array.from({ length: k }, () => [0, 0] as [number, number]);
  const foldOf = new Map<number, number>();
  for (const group of bySize) {
    const size = sizes.get(group)!;
    const load = (fold: [number, number]): number =>
      size[0] * weights[0] * fold[0] * weights[0] + size[1] * weights[1] * fold[1] * weights[1];
    const fold = filled.reduce((best, each, at) => (load(each) < load(filled[best]!) ? at : best), 0);
    filled[fold]![0] += size[0];
    filled[fold]![1] += size[1];
    foldOf.set(group, fold);
  }
  return Int32Array.from({ length: groups.length }, (_, row) => foldOf.get(groups[row]!)!);
}

/** Rows that a fold learns from and rows that it holds out. */
export function splitFold(folds: Folds, fold: number): { train: Int32Array; test: Int32Array } {
  const rows = Int32Array.from({ length: folds.length }, (_, row) => row);
  return { train: rows.filter((row) => folds[row] !== fold), test: rows.filter((row) => folds[row] === fold) };
}

function checkK(k: number): void {
  if (!Number.isInteger(k) || k < 2) {
    throw new AnalyticsError('bad_option', `The number of folds must be a whole number from 2 on, not ${k}.`);
  }
}

function rowsWith(labels: ArrayLike<number>, label: number): Int32Array {
  return Int32Array.from({ length: labels.length }, (_, row) => row).filter((row) => labels[row] === label);
}
