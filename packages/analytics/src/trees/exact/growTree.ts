import type { Random } from '../../random';
import { middle } from '../histogram/binning';
import { type GrowingNodes, addLeaf } from '../treeEnsemble';
import { NodeScan } from './nodeScan';
import type { RankedColumns } from './rankColumns';

export interface TreeLimits {
  /** cuts from the root to a leaf at most; no limit */
  depth?: number;
  /** weight of rows in a leaf at least; 1 */
  leastRows?: number;
  /** columns tried at each cut (constant ones do not count); all */
  columnsTried?: number;
}

export interface TreeTask {
  ranked: RankedColumns;
  /** what the tree is to answer: 0 or 1 for classes, residuals when boosting */
  targets: Float64Array;
  /** how often each row counts; rows of weight 0 are left out */
  weights: Float64Array;
  limits: TreeLimits;
  /** `best` tries every place to cut (CART), `random` one uniform draw a column (extra trees) */
  places: 'best' | 'random';
  random: Random;
  /** answer of a leaf with these rows; their weighted mean target where absent */
  leafValue?: (rows: Int32Array) => number;
}

/**
 * Appends a binary tree that lowers the squared error most at each cut (Breiman et al., "Classification and Regression
 * Trees", 1984). On targets 0 and 1 that is Gini's criterion, whose gain is twice that of the squared error.
 */
export function growTree(nodes: GrowingNodes, task: TreeTask): void {
  const { ranked, weights, limits, leafValue } = task;
  const { depth: mostDepth = Infinity, leastRows = 1 } = limits;
  const order = Int32Array.from({ length: ranked.rows }, (_, row) => row).filter((row) => weights[row]! > 0);
  const moved = new Int32Array(order.length);
  const scan = new NodeScan(task, order);
  const root = addLeaf(nodes, 0, 0);
  nodes.roots.push(root);
  const open = [{ node: root, from: 0, to: order.length, depth: 0 }];
  for (let part = open.pop(); part; part = open.pop()) {
    const { node, from, to, depth } = part;
    const sums = scan.sums(from, to);
    nodes.value[node] = leafValue ? leafValue(order.subarray(from, to)) : sums.target / sums.weight;
    nodes.cover[node] = sums.weight;
    const cut = depth < mostDepth && !sums.pure && sums.weight >= 2 * leastRows ? scan.bestCut(from, to, sums) : undefined; // prettier-ignore
    if (!cut) {
      continue;
    }
    const { feature, place, next } = cut;
    const half = partition(ranked.places[feature]!, order, moved, { from, to, place });
    const values = ranked.distinct[feature]!;
    nodes.feature[node] = feature;
    nodes.threshold[node] = cut.threshold ?? middle(values[place]!, values[next]!);
    const left = (nodes.left[node] = addLeaf(nodes, 0, 0));
    const right = (nodes.right[node] = addLeaf(nodes, 0, 0));
    open.push({ node: right, from: half, to, depth: depth + 1 }, { node: left, from, to: half, depth: depth + 1 });
  }
}

/** Moves rows at or below the place to the front, keeping the order; returns where the others begin. */
function partition(
  places: Int32Array,
  order: Int32Array,
  moved: Int32Array,
  { from, to, place }: { from: number; to: number; place: number }
): number {
  let left = from;
  let right = 0;
  for (let i = from; i < to; i++) {
    const row = order[i]!;
    const goesLeft = places[row]! <= place ? 1 : 0;
    order[left] = row;
    moved[right] = row;
    left += goesLeft;
    right += 1 - goesLeft;
  }
  order.set(moved.subarray(0, right), left);
  return left;
}
