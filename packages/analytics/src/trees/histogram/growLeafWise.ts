import { type GrowingNodes, addLeaf } from '../treeEnsemble';
import type { BinBorders } from './binning';
import { type LeafSums, type Split, type SplitLimits, findSplit } from './findSplit';
import type { Histogram } from './histogram';
import type { LeafRows } from './leafRows';
import { totals } from './totals';

/** What stays the same for all trees of a model. */
export interface GrowthInput {
  rows: LeafRows;
  borders: BinBorders;
  limits: SplitLimits;
  mostLeaves: number;
  mostDepth: number;
  learningRate: number;
}

interface Leaf {
  node: number;
  from: number;
  to: number;
  depth: number;
  histogram: Histogram;
  split: Split | undefined;
}

/** Grows trees leaf by leaf, always cutting the leaf that gains most; buffers serve all trees. */
export class LeafWiseGrower {
  private readonly spare: Histogram[] = [];

  constructor(private readonly input: GrowthInput) {}

  /** Appends a tree fitted to the gradients of the rows and adds its answers to their margins. */
  grow(nodes: GrowingNodes): void {
    const { rows, mostLeaves } = this.input;
    rows.begin();
    const leaves = [this.firstLeaf(nodes)];
    nodes.roots.push(leaves[0]!.node);
    while (leaves.length < mostLeaves) {
      const best = leaves.reduce((a, b) => ((b.split?.gain ?? 0) > (a.split?.gain ?? 0) ? b : a));
      if (!best.split) {
        break;
      }
      leaves.splice(leaves.indexOf(best), 1, ...this.cut(nodes, best, best.split, leaves.length + 1));
    }
    for (const { node, from, to, histogram } of leaves) {
      rows.answer(from, to, nodes.value[node]!);
      this.spare.push(histogram);
    }
  }

  private firstLeaf(nodes: GrowingNodes): Leaf {
    const { rows } = this.input;
    const histogram = this.takeHistogram();
    rows.fill(histogram, 0, rows.rows);
    return this.leaf(
      nodes,
      { from: 0, to: rows.rows, depth: 0, histogram },
      { ...totals(rows.gradients), rows: rows.rows }
    );
  }

  private leaf(nodes: GrowingNodes, part: Omit<Leaf, 'node' | 'split'>, sums: LeafSums, last = false): Leaf {
    const { limits, learningRate, borders, mostDepth } = this.input;
    const value = (-learningRate * sums.gradient) / (sums.curvature + limits.penalty);
    const node = addLeaf(nodes, sums.curvature + limits.penalty > 0 ? value : 0, sums.rows);
    const mayCut = !last && part.depth < mostDepth && sums.rows >= 2 * limits.leastRows;
    return { ...part, node, split: mayCut ? findSplit(part.histogram, borders, sums, limits) : undefined };
  }

  private cut(nodes: GrowingNodes, leaf: Leaf, split: Split, leaves: number): Leaf[] {
    const { rows, borders, mostLeaves } = this.input;
    const middle = rows.partition(leaf.from, leaf.to, split);
    const smallerIsLeft = middle - leaf.from <= leaf.to - middle;
    const [from, to] = smallerIsLeft ? [leaf.from, middle] : [middle, leaf.to];
    const last = leaves >= mostLeaves;
    const small = this.takeHistogram();
    if (!last) {
      rows.fill(small, from, to);
      rows.subtract(leaf.histogram, small);
    }
    const [leftHistogram, rightHistogram] = smallerIsLeft ? [small, leaf.histogram] : [leaf.histogram, small];
    const depth = leaf.depth + 1;
    const left = this.leaf(nodes, { from: leaf.from, to: middle, depth, histogram: leftHistogram }, { ...split.left, rows: middle - leaf.from }, last); // prettier-ignore
    const right = this.leaf(nodes, { from: middle, to: leaf.to, depth, histogram: rightHistogram }, { ...split.right, rows: leaf.to - middle }, last); // prettier-ignore
    const { node } = leaf;
    nodes.feature[node] = split.feature;
    // Beyond the last border lie no values: all of them go left and only the missing right.
    nodes.threshold[node] = borders[split.feature]![split.bin] ?? Number.MAX_VALUE;
    nodes.left[node] = left.node;
    nodes.right[node] = right.node;
    nodes.missingLeft[node] = split.missingLeft ? 1 : 0;
    return [left, right];
  }

  private takeHistogram(): Histogram {
    return this.spare.pop() ?? this.input.rows.newHistogram();
  }
}
