import { type BoostedTrees, type TreeNodes, packNodes } from '@spendscope/analytics';
import type { ModelFile } from '@spendscope/contracts';
import { type ChurnBoosting } from '../../analyze/churn/churnModel';
import { churnFileVersion } from '../../analyze/churn/publishChurn';
import { UserError } from '../../userError';

/** A churn model as its file has it: typed arrays are lists there. */
type ChurnFile = ModelFile & {
  threshold: { threshold: number };
  trees: Omit<BoostedTrees, 'nodes'> & { nodes: TreeNodes<number[], number[]> };
} & Omit<ChurnBoosting, 'trees'>;

/** @throws UserError where the file is of another form */
export function readChurnFile(model: ModelFile): { model: ChurnBoosting; threshold: number } {
  if (model.format !== 'spendscope-churn' || model.version !== churnFileVersion) {
    throw new UserError('This churn model is of another version.', 'Run "spendscope analyze" to make a new one.');
  }
  const { trees, threshold, parameters, preparation, medians, calibration } = model as ChurnFile;
  return {
    model: { parameters, preparation, medians, calibration, trees: { ...trees, nodes: packNodes(trees.nodes) } },
    threshold: threshold.threshold,
  };
}
