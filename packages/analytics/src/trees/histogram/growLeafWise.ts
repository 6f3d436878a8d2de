import { type GrowingNodes, addLeaf } from '../treeEnsemble';
import { type BinBorders, columnsPerWord, missingBin } from './binning';
import { type LeafSums, type Split, type SplitLimits, findSplit } from './findSplit';
import { type Histogram, emptyHistogram, fillHistogram, subtractHistogram } from './histogram';

/** What stays the same for all trees of a model. */
export interface GrowthInput {
  packed: Uint32Array;
  rows: number;
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
  private readonly order: Int32Array;
  private readonly moved: Int32Array;
  private readonly ordered: Float32Array;
  private readonly spare: Histogram[] = [];

  constructor(private readonly input: GrowthInput) {
    this.order = new Int32Array(input.rows);
    this.moved = new Int32Array(input.rows);
    this.ordered = new Float32Array(2 * input.rows);
  }

  /** Appends a tree fitted to `gradients` (gradient and second derivative of each row) and adds its answers to `margins`. */
  grow(nodes: GrowingNodes, gradients: Float32Array, margins: Float64Array): void {
    const { rows, mostLeaves } = this.input;
    for (let i = 0; i < rows; i++) {
      this.order[i] = i;
    }
    const leaves = [this.firstLeaf(nodes, gradients)];
    nodes.roots.push(leaves[0]!.node);
    while (leaves.length < mostLeaves) {
      const best = leaves.reduce((a, b) => ((b.split?.gain ?? 0) > (a.split?.gain ?? 0) ? b : a));
      if (!best.split) {
        break;
      }
      leaves.splice(leaves.indexOf(best), 1, ...this.cut(nodes, best, best.split, gradients, leaves.length + 1));
    }
    for (const { node, from, to, histogram } of leaves) {
      const value = nodes.value[node]!;
      for (let i = from; i < to; i++) {
        margins[this.order[i]!]! += value;
      }
      this.spare.push(histogram);
    }
  }

  private firstLeaf(nodes: GrowingNodes, gradients: Float32Array): Leaf {
    const { rows } = this.input;
    const sums: LeafSums = { gradient: 0, curvature: 0, rows };
    for (let i = 0; i < rows; i++) {
      sums.gradient += gradients[2 * i]!;
      sums.curvature += gradients[2 * i + 1]!;
    }
    const histogram = this.takeHistogram();
    fillHistogram(histogram, this.input.packed, this.order, gradients);
    return this.leaf(nodes, { from: 0, to: rows, depth: 0, histogram }, sums);
  }

  private leaf(nodes: GrowingNodes, part: Omit<Leaf, 'node' | 'split'>, sums: LeafSums, last = false): Leaf {
    const { limits, learningRate, borders, mostDepth } = this.input;
    const value = (-learningRate * sums.gradient) / (sums.curvature + limits.penalty);
    const node = addLeaf(nodes, sums.curvature + limits.penalty > 0 ? value : 0, sums.rows);
    const mayCut = !last && part.depth < mostDepth && sums.rows >= 2 * limits.leastRows;
    return { ...part, node, split: mayCut ? findSplit(part.histogram, borders, sums, limits) : undefined };
  }

  private cut(nodes: GrowingNodes, leaf: Leaf, split: Split, gradients: Float32Array, leaves: number): Leaf[] {
    const { borders, mostLeaves } = this.input;
    const middle = this.partition(leaf, split);
    const smallerIsLeft = middle - leaf.from <= leaf.to - middle;
    const [from, to] = smallerIsLeft ? [leaf.from, middle] : [middle, leaf.to];
    const last = leaves >= mostLeaves;
    const small = this.takeHistogram();
    if (!last) {
      this.fill(small, from, to, gradients);
      subtractHistogram(leaf.histogram, small);
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

  private fill(histogram: Histogram, from: number, to: number, gradients: Float32Array): void {
    const { order, ordered, input } = this;
    for (let i = from, at = 0; i < to; i++, at += 2) {
      const row = 2 * order[i]!;
      ordered[at] = gradients[row]!;
      ordered[at + 1] = gradients[row + 1]!;
    }
    fillHistogram(histogram, input.packed, order.subarray(from, to), ordered);
  }

  /** Moves the rows that go left to the front, both sides in their order; returns where the right side begins. */
  private partition({ from, to }: Leaf, { feature, bin, missingLeft }: Split): number {
    const { order, moved } = this;
    const { packed, rows } = this.input;
    const base = Math.floor(feature / columnsPerWord) * rows;
    const shift = 8 * (feature % columnsPerWord);
    const missing = missingLeft ? missingBin : -1;
    let left = from;
    let right = 0;
    for (let i = from; i < to; i++) {
      const row = order[i]!;
      const of = (packed[base + row]! >>> shift) & 255;
      // Both writes happen and one counts: cheaper than a branch that nobody can predict.
      const goesLeft = of <= bin || of === missing ? 1 : 0;
      order[left] = row;
      moved[right] = row;
      left += goesLeft;
      right += 1 - goesLeft;
    }
    order.set(moved.subarray(0, right), left);
    return left;
  }

  private takeHistogram(): Histogram {
    return this.spare.pop() ?? emptyHistogram(this.input.borders.length);
  }
}
