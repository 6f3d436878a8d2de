import { type BoostedTrees, type ColumnReference, type TreeNodes, packNodes } from '@spendscope/analytics';
import type { ModelFile } from '@spendscope/contracts';
import type { ChurnBoosting } from './churnModel';
import { ScoringError } from './scoringError';

export const churnFileVersion = 3;

/** What the rows that a model learnt from looked like, for later rows to be held against. */
export interface ChurnReference {
  rows: number;
  columns: ColumnReference[];
  /** of the probabilities that it gave those rows by models that had not seen them */
  score: ColumnReference;
}

/** A churn model as its file has it: typed arrays are lists there. */
type ChurnFile = ModelFile & {
  threshold: { threshold: number };
  trees: Omit<BoostedTrees, 'nodes'> & { nodes: TreeNodes<number[], number[]> };
  reference?: ChurnReference;
} & Omit<ChurnBoosting, 'trees'>;

export interface ReadChurn {
  model: ChurnBoosting;
  threshold: number;
  /** absent of models that were trained before it was kept */
  reference?: ChurnReference;
}

/** @throws ScoringError where the file is of another form */
export function readChurnFile(model: ModelFile): ReadChurn {
  if (model.format !== 'spendscope-churn' || model.version !== churnFileVersion) {
    throw new ScoringError('This churn model is of another version.', 'Run "spendscope analyze" to make a new one.');
  }
  const { trees, threshold, reference, parameters, preparation, medians, calibration } = model as ChurnFile;
  if (![trees?.nodes, threshold, preparation?.steps, medians, calibration].every(Boolean)) {
    throw new ScoringError('This churn model lacks a part.', 'Run "spendscope analyze" to make a new one.');
  }
  return {
    model: { parameters, preparation, medians, calibration, trees: { ...trees, nodes: packNodes(trees.nodes) } },
    threshold: threshold.threshold,
    ...(reference ? { reference } : {}),
  };
}
