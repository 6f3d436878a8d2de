import { AnalyticsError } from '../analyticsError';
import { type Labels, checkLabels } from '../labels';
import { sigmoid } from '../linear/sigmoid';
import type { Matrix } from '../matrix';
import { Random } from '../random';
import { growTree } from './exact/growTree';
import { rankColumns } from './exact/rankColumns';
import type { BoostedTrees } from './histogramBoosting';
import { checkRows, growingNodes, packNodes } from './treeEnsemble';

export interface GradientBoostingOptions {
  /** 100 */
  trees?: number;
  /** 0.1 */
  learningRate?: number;
  /** 3 */
  depth?: number;
  /** 1 */
  leastRows?: number;
}

/**
 * Gradient boosting with exact cuts and log loss (Friedman, "Greedy function approximation", Annals of Statistics 2001,
 * algorithm 5): trees fit the residuals, leaves take one Newton step. For large tables the histogram version is faster.
 *
 * @throws AnalyticsError on empty, non-finite or one-class input or options out of range
 */
export function fitGradientBoosting(m: Matrix, labels: Labels, options: GradientBoostingOptions = {}): BoostedTrees {
  const { trees = 100, learningRate = 0.1, depth = 3, leastRows = 1 } = options;
  checkRows(m, m.columns, 'Gradient boosting', 'refused');
  checkLabels(labels, m.rows, 'Gradient boosting');
  if (!(trees >= 1 && depth >= 1 && learningRate > 0 && leastRows >= 1)) {
    throw new AnalyticsError('bad_option', 'Gradient boosting needs a tree, a depth and a learning rate above 0.');
  }
  const ranked = rankColumns(m);
  const weights = new Float64Array(m.rows).fill(1);
  const share = labels.reduce((sum, label) => sum + label, 0) / m.rows;
  const base = Math.log(share / (1 - share));
  const margins = new Float64Array(m.rows).fill(base);
  const residuals = new Float64Array(m.rows);
  const curvature = new Float64Array(m.rows);
  const steps = new Float64Array(m.rows);
  const nodes = growingNodes();
  const leafValue = (rows: Int32Array): number => {
    let slope = 0;
    let bend = 0;
    for (const row of rows) {
      slope += residuals[row]!;
      bend += curvature[row]!;
    }
    const step = bend > 1e-150 ? (learningRate * slope) / bend : 0;
    // The deepest node that a row is met in comes last: its leaf.
    for (const row of rows) {
      steps[row] = step;
    }
    return step;
  };
  for (let tree = 0; tree < trees; tree++) {
    for (let i = 0; i < m.rows; i++) {
      const p = sigmoid(margins[i]!);
      residuals[i] = labels[i]! - p;
      curvature[i] = p * (1 - p);
    }
    growTree(nodes, { ranked, targets: residuals, weights, limits: { depth, leastRows }, places: 'best', random: new Random(0, tree), leafValue }); // prettier-ignore
    steps.forEach((step, i) => (margins[i]! += step));
  }
  return { kind: 'boosted_trees', version: 1, columns: m.columns, base, nodes: packNodes(nodes) };
}
