import { AnalyticsError } from '../analyticsError';
import type { Matrix } from '../matrix';

/** All nodes of all trees, one after the other. Plain arrays while trees grow and in JSON, typed ones when they work. */
export interface TreeNodes<Numbers = Float64Array, Integers = Int32Array> {
  /** number of each tree's first node */
  roots: Integers;
  /** column that is cut, −1 in a leaf */
  feature: Integers;
  /** rows at or below go left */
  threshold: Numbers;
  left: Integers;
  right: Integers;
  /** 1 where rows without a value go left */
  missingLeft: Integers;
  /** what the tree answers in a leaf; the mean answer below an inner node */
  value: Numbers;
  /** training rows (by weight) that came through */
  cover: Numbers;
}

export type GrowingNodes = TreeNodes<number[], number[]>;

export function growingNodes(): GrowingNodes {
  return { roots: [], feature: [], threshold: [], left: [], right: [], missingLeft: [], value: [], cover: [] };
}

/** Appends a leaf; returns its number. */
export function addLeaf(nodes: GrowingNodes, value: number, cover: number): number {
  nodes.feature.push(-1);
  nodes.threshold.push(0);
  nodes.left.push(-1);
  nodes.right.push(-1);
  nodes.missingLeft.push(0);
  nodes.value.push(value);
  return nodes.cover.push(cover) - 1;
}

export function packNodes(nodes: GrowingNodes): TreeNodes {
  return {
    roots: Int32Array.from(nodes.roots),
    feature: Int32Array.from(nodes.feature),
    threshold: Float64Array.from(nodes.threshold),
    left: Int32Array.from(nodes.left),
    right: Int32Array.from(nodes.right),
    missingLeft: Int32Array.from(nodes.missingLeft),
    value: Float64Array.from(nodes.value),
    cover: Float64Array.from(nodes.cover),
  };
}

export function unpackNodes(nodes: TreeNodes): GrowingNodes {
  return {
    roots: Array.from(nodes.roots),
    feature: Array.from(nodes.feature),
    threshold: Array.from(nodes.threshold),
    left: Array.from(nodes.left),
    right: Array.from(nodes.right),
    missingLeft: Array.from(nodes.missingLeft),
    value: Array.from(nodes.value),
    cover: Array.from(nodes.cover),
  };
}

/** Σ over trees of the leaf that each row falls into. */
export function sumTrees(nodes: TreeNodes, { data, rows, columns }: Matrix): Float64Array {
  const { roots, feature, threshold, left, right, missingLeft, value } = nodes;
  const sums = new Float64Array(rows);
  // A block of rows stays in the cache while all trees pass over it.
  for (let from = 0; from < rows; from += 512) {
    const to = Math.min(rows, from + 512);
    for (let tree = 0; tree < roots.length; tree++) {
      for (let i = from; i < to; i++) {
        let node = roots[tree]!;
        while (feature[node]! >= 0) {
          const x = data[i * columns + feature[node]!]!;
          const goesLeft = x <= threshold[node]! || (x !== x && missingLeft[node] === 1);
          node = goesLeft ? left[node]! : right[node]!;
        }
        sums[i]! += value[node]!;
      }
    }
  }
  return sums;
}

/** @throws AnalyticsError `shape` where rows have other columns than the model learnt from, `not_finite` on ±∞ or NaN */
export function checkRows(m: Matrix, features: number, what: string, missing: 'allowed' | 'refused'): void {
  if (m.columns !== features) {
    throw new AnalyticsError('shape', `${what} has learnt from ${features} columns; these rows have ${m.columns}.`);
  }
  if (m.rows === 0) {
    throw new AnalyticsError('empty', `${what} needs at least one row.`);
  }
  const bad = m.data.findIndex((x) => Math.abs(x) === Infinity || (missing === 'refused' && Number.isNaN(x)));
  if (bad >= 0) {
    const row = Math.floor(bad / m.columns);
    throw new AnalyticsError('not_finite', `${what}: row ${row}, column ${bad % m.columns} is ${m.data[bad]}; fill or drop such rows first.`); // prettier-ignore
  }
}
