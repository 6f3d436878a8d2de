import type { Matrix } from '../matrix';
import type { Random } from '../random';
import type { TreeNodes } from './treeNodes';

const eulerGamma = 0.5772156649015329;

/** c(n): mean path length of an unsuccessful search in a binary search tree of n rows (Liu et al. 2008, equation 1). */
export function averagePathLength(n: number): number {
  if (n <= 1) {
    return 0;
  }
  if (n === 2) {
    return 1;
  }
  return 2 * (Math.log(n - 1) + eulerGamma) - (2 * (n - 1)) / n;
}

/** Grows a tree on `size` rows drawn without replacement, to the depth ⌈log2 size⌉, and appends its nodes. */
export function growTree(m: Matrix, size: number, random: Random, nodes: TreeNodes): void {
  new Growth(m, random, nodes, Math.ceil(Math.log2(Math.max(size, 2)))).grow(drawSample(m.rows, size, random));
}

class Growth {
  private readonly varying: Int32Array;

  constructor(
    private readonly m: Matrix,
    private readonly random: Random,
    private readonly nodes: TreeNodes,
    private readonly maxDepth: number
  ) {
    this.varying = new Int32Array(m.columns);
  }

  grow(sample: Int32Array): void {
    this.add();
    this.fill(this.nodes.feature.length - 1, sample, 0);
  }

  /** Appends an empty node: lists grow by assignment at their end. */
  private add(): void {
    const at = this.nodes.feature.length;
    this.nodes.feature[at] = -1;
    this.nodes.threshold[at] = 0;
    this.nodes.left[at] = 0;
    this.nodes.path[at] = 0;
  }

  /** Makes the node of these rows and all below it; returns its mean path length. */
  private fill(node: number, rows: Int32Array, depth: number): number {
    const cut = depth < this.maxDepth && rows.length > 1 ? this.drawCut(rows) : undefined;
    if (!cut) {
      return (this.nodes.path[node] = depth + averagePathLength(rows.length));
    }
    const { feature, threshold } = cut;
    const { data, columns } = this.m;
    const leftRows = rows.filter((row) => data[row * columns + feature]! <= threshold);
    const rightRows = rows.filter((row) => data[row * columns + feature]! > threshold);
    const left = this.nodes.feature.length;
    this.add();
    this.add();
    this.nodes.feature[node] = feature;
    this.nodes.threshold[node] = threshold;
    this.nodes.left[node] = left;
    const leftPath = this.fill(left, leftRows, depth + 1);
    const rightPath = this.fill(left + 1, rightRows, depth + 1);
    const mean = (leftPath * leftRows.length + rightPath * rightRows.length) / rows.length;
    return (this.nodes.path[node] = mean);
  }

  /** A column that varies among the rows, and a place between its least and greatest value; none if all are equal. */
  private drawCut(rows: Int32Array): { feature: number; threshold: number } | undefined {
    const { columns } = this.m;
    let left = columns;
    this.varying.forEach((_, j) => (this.varying[j] = j));
    while (left > 0) {
      const at = this.random.int(left);
      const feature = this.varying[at]!;
      const { least, greatest } = this.range(rows, feature);
      if (least < greatest) {
        const threshold = least + (greatest - least) * this.random.next();
        // Rounding may reach the greatest value, which would leave the right side empty.
        return { feature, threshold: threshold < greatest ? threshold : least };
      }
      this.varying[at] = this.varying[--left]!;
    }
    return undefined;
  }

  private range(rows: Int32Array, feature: number): { least: number; greatest: number } {
    let least = Infinity;
    let greatest = -Infinity;
    for (const row of rows) {
      const value = this.m.data[row * this.m.columns + feature]!;
      least = value < least ? value : least;
      greatest = value > greatest ? value : greatest;
    }
    return { least, greatest };
  }
}

/** `size` distinct rows (Floyd's algorithm: Bentley & Floyd, CACM 1987). */
function drawSample(rows: number, size: number, random: Random): Int32Array {
  const drawn = new Set<number>();
  for (let last = rows - size; last < rows; last++) {
    const row = random.int(last + 1);
    drawn.add(drawn.has(row) ? last : row);
  }
  return Int32Array.from(drawn);
}
