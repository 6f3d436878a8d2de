import { AnalyticsError } from '../analyticsError';
import { type Labels, checkLabels } from '../labels';
import { sigmoid } from '../linear/sigmoid';
import type { Matrix } from '../matrix';
import { binBorders, packBins } from './histogram/binning';
import { LeafWiseGrower } from './histogram/growLeafWise';
import { KernelLeafRows, fitsKernel } from './histogram/kernelLeafRows';
import type { LeafRows } from './histogram/leafRows';
import { PlainLeafRows } from './histogram/plainLeafRows';
import { type TreeNodes, checkRows, growingNodes, packNodes, sumTrees } from './treeEnsemble';

export interface HistogramBoostingOptions {
  /** 100 */
  trees?: number;
  /** 0.1 */
  learningRate?: number;
  /** leaves of a tree at most; 31 */
  leaves?: number;
  /** cuts from the root to a leaf at most; no limit */
  depth?: number;
  /** rows of a leaf at least, as estimated from its curvature; 20 */
  leastRows?: number;
  /** L2 penalty on leaf values; 0 */
  penalty?: number;
}

/** Boosted trees: log-odds = base + Σ over trees. */
export interface BoostedTrees {
  kind: 'boosted_trees';
  version: 1;
  columns: number;
  /** log-odds of the training part */
  base: number;
  nodes: TreeNodes;
}

/**
 * Gradient boosting on histograms with log loss, grown leaf by leaf (Ke et al., "LightGBM", NIPS 2017): at most 255 bins
 * a column, the larger child's histogram by subtraction, NaN sent to the better side. No randomness at all.
 *
 * @throws AnalyticsError on empty or one-class input, ±∞, or options out of range
 */
export function fitHistogramBoosting(m: Matrix, labels: Labels, options: HistogramBoostingOptions = {}): BoostedTrees {
  const { trees = 100, learningRate = 0.1, leaves = 31, depth = 64, leastRows = 20, penalty = 0 } = options;
  checkRows(m, m.columns, 'Gradient boosting', 'allowed');
  checkLabels(labels, m.rows, 'Gradient boosting');
  if (!(trees >= 1 && leaves >= 2 && leastRows >= 1 && learningRate > 0 && penalty >= 0)) {
    throw new AnalyticsError('bad_option', 'Gradient boosting needs a tree, two leaves, a row in a leaf and a learning rate above 0.'); // prettier-ignore
  }
  const borders = binBorders(m);
  const rows = leafRows(packBins(m, borders), m.rows, m.columns, leaves);
  const grower = new LeafWiseGrower({
    rows,
    borders,
    limits: { leastRows, leastCurvature: 1e-3, penalty },
    mostLeaves: leaves,
    mostDepth: depth,
    learningRate,
  });
  const share = labels.reduce((sum, label) => sum + label, 0) / m.rows;
  const base = Math.log(share / (1 - share));
  rows.margins.fill(base);
  const nodes = growingNodes();
  for (let tree = 0; tree < trees; tree++) {
    logLossGradients(rows.margins, labels, rows.gradients);
    grower.grow(nodes);
  }
  return { kind: 'boosted_trees', version: 1, columns: m.columns, base, nodes: packNodes(nodes) };
}

/** Log-odds of class 1. */
export function boostedMargins(model: BoostedTrees, m: Matrix): Float64Array {
  checkRows(m, model.columns, 'Gradient boosting', 'allowed');
  return sumTrees(model.nodes, m).map((sum) => model.base + sum);
}

/** Probabilities of class 1. */
export function predictBoosted(model: BoostedTrees, m: Matrix): Float64Array {
  return boostedMargins(model, m).map(sigmoid);
}

/** In WebAssembly where its memory holds them. */
function leafRows(packed: Uint32Array, rows: number, columns: number, leaves: number): LeafRows {
  return fitsKernel(packed, rows, columns, leaves)
    ? new KernelLeafRows(packed, rows, columns, leaves)
    : new PlainLeafRows(packed, rows, columns);
}

function logLossGradients(margins: Float64Array, labels: Labels, gradients: Float32Array): void {
  for (let i = 0; i < margins.length; i++) {
    const p = 1 / (1 + Math.exp(-margins[i]!));
    gradients[2 * i] = p - labels[i]!;
    gradients[2 * i + 1] = p * (1 - p);
  }
}
