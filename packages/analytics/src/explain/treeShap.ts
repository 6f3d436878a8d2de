import { AnalyticsError } from '../analyticsError';
import type { Matrix } from '../matrix';
import type { TreeNodes } from '../trees/treeEnsemble';
import { type LeafPath, leafPaths } from './leafPaths';

/** Additive reasons of a model's margins: margin of row i = base + Σ over columns. */
export interface Contributions {
  /** the mean answer over the training rows, the same for all rows */
  base: number;
  /** rows × columns, row-major */
  values: Float64Array;
}

/** Leaves with so few features on their path keep a table of their 2^n answers. */
const mostTabulated = 10;

/**
 * Path-dependent TreeSHAP: exact Shapley values where a feature that is "unknown" follows both branches by their
 * training rows (Lundberg et al., Nature Machine Intelligence 2020). A leaf is a product game: each feature on its path
 * either lets the row through or not, and, unknown, lets a known share through. Its Shapley values depend only on which
 * features let the row through, so they are computed once for each such pattern and looked up afterwards (after Yang,
 * "Fast TreeSHAP", 2021). They add up to the margin but for rounding.
 */
export function treeShap(nodes: TreeNodes, m: Matrix): Contributions {
  const values = new Float64Array(m.rows * m.columns);
  let base = 0;
  for (const root of nodes.roots) {
    for (const path of leafPaths(nodes, root)) {
      base += path.value * path.shares.reduce((product, share) => product * share, 1);
      addLeafValues(values, m, path);
    }
  }
  return { base, values };
}

function addLeafValues(values: Float64Array, { data, rows, columns }: Matrix, path: LeafPath): void {
  const { features, above, upTo, missing } = path;
  const size = features.length;
  if (size === 0 || path.value === 0) {
    return;
  }
  if (size > 30) {
    throw new AnalyticsError('bad_option', `A path with ${size} different features is too long to be explained; limit the depth.`); // prettier-ignore
  }
  const table = new Map<number, Float64Array>();
  const known: (Float64Array | undefined)[] = size <= mostTabulated ? new Array(2 ** size) : [];
  for (let i = 0; i < rows; i++) {
    let pattern = 0;
    for (let k = 0; k < size; k++) {
      const x = data[i * columns + features[k]!]!;
      const through = (x > above[k]! && x <= upTo[k]!) || (x !== x && missing[k] === 1);
      pattern |= through ? 1 << k : 0;
    }
    let shapley = size <= mostTabulated ? known[pattern] : table.get(pattern);
    if (!shapley) {
      shapley = shapleyOfPattern(path, pattern);
      if (size <= mostTabulated) {
        known[pattern] = shapley;
      } else {
        table.set(pattern, shapley);
      }
    }
    for (let k = 0; k < size; k++) {
      values[i * columns + features[k]!]! += shapley[k]!;
    }
  }
}

/** Shapley values of the product of (through ? 1 : 0) over known features and shares over unknown ones. */
function shapleyOfPattern({ value, shares }: LeafPath, pattern: number): Float64Array {
  const size = shares.length;
  const result = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    // Coefficient s sums, over coalitions of s others, the product of what those in and those out let through.
    const sums = new Float64Array(size);
    sums[0] = 1;
    for (let k = 0; k < size; k++) {
      if (k !== i) {
        const through = (pattern >> k) & 1;
        for (let s = size - 1; s >= 0; s--) {
          sums[s] = sums[s]! * shares[k]! + (s > 0 ? sums[s - 1]! * through : 0);
        }
      }
    }
    // Weight of a coalition of s among n players: s! (n − s − 1)! ÷ n!
    let weight = 1 / size;
    let sum = 0;
    for (let s = 0; s < size; s++) {
      sum += weight * sums[s]!;
      weight *= (s + 1) / (size - 1 - s || 1);
    }
    result[i] = value * (((pattern >> i) & 1) - shares[i]!) * sum;
  }
  return result;
}
