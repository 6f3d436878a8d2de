import type { Matrix } from '../matrix';
import { Kernel } from '../wasm/kernel';
import { sumPathsWasm } from './sumPaths.wasm';
import { depthBelow, type TreeNodes } from './treeNodes';

interface Exports {
  sumPaths(
    rows: number,
    stride: number,
    count: number,
    nodes: number,
    paths: number,
    trees: number,
    treeCount: number,
    sums: number
  ): void;
}

const kernel = new Kernel<Exports>(sumPathsWasm);
const nodeBytes = 16;
/** A block of rows and one tree share the nearest cache, of which 16 KiB are for the rows. */
const blockBytes = 16_384;
const rowsAtOnce = 8;

/**
 * `sumPathsPlain` in WebAssembly: the trees are laid out once, rows come in blocks. Sums are added up tree after tree, in
 * the same order and precision as there, so that both give the same bits.
 */
export class PathKernel {
  private readonly run: Exports;
  private readonly rows: Float64Array;
  private readonly sums: Float64Array;
  private readonly at: { nodes: number; paths: number; trees: number; rows: number; sums: number };

  constructor(
    private readonly columns: number,
    private readonly roots: ArrayLike<number>,
    nodes: TreeNodes
  ) {
    const count = nodes.feature.length;
    const blockRows = Math.max(1, Math.floor(blockBytes / (8 * columns * rowsAtOnce))) * rowsAtOnce;
    const paths = count * nodeBytes;
    const trees = paths + count * 8;
    const rows = trees + roots.length * 8;
    const sums = rows + blockRows * columns * 8;
    this.at = { nodes: 0, paths, trees, rows, sums };
    const { memory, run } = kernel.withMemory(sums + blockRows * 8);
    this.run = run;
    this.rows = new Float64Array(memory, rows, blockRows * columns);
    this.sums = new Float64Array(memory, sums, blockRows);
    this.layOut(nodes, new DataView(memory));
  }

  sumPaths(m: Matrix): Float64Array {
    const { at, columns, roots } = this;
    const blockRows = this.sums.length;
    const sums = new Float64Array(m.rows);
    for (let from = 0; from < m.rows; from += blockRows) {
      const count = Math.min(blockRows, m.rows - from);
      this.rows.set(m.data.subarray(from * columns, (from + count) * columns));
      this.sums.fill(0);
      // The last rows of eight may be those of the block before: their sums are not taken.
      const eights = Math.ceil(count / rowsAtOnce) * rowsAtOnce;
      this.run.sumPaths(at.rows, 8 * columns, eights, at.nodes, at.paths, at.trees, roots.length, at.sums);
      sums.set(this.sums.subarray(0, count), from);
    }
    return sums;
  }

  /** As assembly/sumPaths.ts describes it. */
  private layOut({ feature, threshold, left, path }: TreeNodes, view: DataView): void {
    const { at, roots } = this;
    for (let node = 0; node < feature.length; node++) {
      const leaf = feature[node]! < 0;
      const to = at.nodes + node * nodeBytes;
      view.setFloat64(to, leaf ? Infinity : threshold[node]!, true);
      view.setUint32(to + 8, leaf ? 0 : feature[node]! * 8, true);
      view.setUint32(to + 12, at.nodes + (leaf ? node : left[node]!) * nodeBytes, true);
      view.setFloat64(at.paths + node * 8, path[node]!, true);
    }
    for (let tree = 0; tree < roots.length; tree++) {
      const root = roots[tree]!;
      view.setUint32(at.trees + tree * 8, at.nodes + root * nodeBytes, true);
      view.setUint32(at.trees + tree * 8 + 4, depthBelow({ feature, threshold, left, path }, root), true);
    }
  }
}
