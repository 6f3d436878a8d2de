import { AnalyticsError } from '../analyticsError';
import { type Labels, checkLabels } from '../labels';
import type { Matrix } from '../matrix';
import { Random } from '../random';
import { type TreeLimits, growTree } from './exact/growTree';
import { rankColumns } from './exact/rankColumns';
import { type TreeNodes, checkRows, growingNodes, packNodes, sumTrees } from './treeEnsemble';

export interface ForestOptions extends TreeLimits {
  seed: number;
  /** 100 */
  trees?: number;
}

/** Trees whose answers add up to a probability: each leaf holds its share of class 1 ÷ number of trees. */
export interface TreeForest {
  kind: 'tree_forest';
  version: 1;
  columns: number;
  nodes: TreeNodes;
}

/** A single classification tree (CART), cut until its leaves are pure unless limited. No randomness. */
export function fitDecisionTree(m: Matrix, labels: Labels, limits: TreeLimits = {}): TreeForest {
  return grow(m, labels, { seed: 0, trees: 1, ...limits }, 'best', 'all');
}

/** Random forest (Breiman 2001): bootstrap rows, √columns tried at each cut, probabilities averaged. */
export function fitRandomForest(m: Matrix, labels: Labels, options: ForestOptions): TreeForest {
  return grow(m, labels, { columnsTried: rootOf(m.columns), ...options }, 'best', 'bootstrap');
}

/** Extremely randomised trees (Geurts, Ernst & Wehenkel 2006): all rows, one random place a column. */
export function fitExtraTrees(m: Matrix, labels: Labels, options: ForestOptions): TreeForest {
  return grow(m, labels, { columnsTried: rootOf(m.columns), ...options }, 'random', 'all');
}

/** Probabilities of class 1. */
export function predictForest(model: TreeForest, m: Matrix): Float64Array {
  checkRows(m, model.columns, 'The forest', 'refused');
  // Sums of many shares may miss 1 by rounding.
  return sumTrees(model.nodes, m).map((sum) => Math.min(1, Math.max(0, sum)));
}

const rootOf = (columns: number): number => Math.max(1, Math.floor(Math.sqrt(columns)));

function grow(
  m: Matrix,
  labels: Labels,
  options: ForestOptions,
  places: 'best' | 'random',
  rows: 'all' | 'bootstrap'
): TreeForest {
  const { seed, trees = 100, ...limits } = options;
  checkRows(m, m.columns, 'The forest', 'refused');
  checkLabels(labels, m.rows, 'The forest');
  if (!Number.isInteger(trees) || trees < 1) {
    throw new AnalyticsError('bad_option', `trees must be a whole number from 1 on, not ${trees}.`);
  }
  const ranked = rankColumns(m);
  const targets = Float64Array.from(labels);
  const nodes = growingNodes();
  for (let tree = 0; tree < trees; tree++) {
    const random = new Random(seed, tree);
    const weights = rows === 'all' ? new Float64Array(m.rows).fill(1) : bootstrap(m.rows, random);
    growTree(nodes, { ranked, targets, weights, limits, places, random });
  }
  nodes.value.forEach((share, node) => (nodes.value[node] = share / trees));
  return { kind: 'tree_forest', version: 1, columns: m.columns, nodes: packNodes(nodes) };
}

/** How often each row is drawn, with replacement. */
function bootstrap(rows: number, random: Random): Float64Array {
  const weights = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    weights[random.int(rows)]!++;
  }
  return weights;
}
