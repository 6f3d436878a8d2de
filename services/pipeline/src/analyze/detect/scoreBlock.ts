import { matrix } from '@spendscope/analytics';
import { detectorNames } from '@spendscope/contracts';
import { judgesOf } from './judges';
import { type PackedModels, unpackFitted } from './packFitted';
import type { ScoringModel } from './parts';
import { featureCount } from './transactionFeatures';

/** Transactions of some customers, whole, one after the other. */
export interface Block {
  /** features, row by row */
  values: Float64Array;
  /** first row of each customer */
  starts: number[];
}

export const unpackJudges = (packed: PackedModels): ScoringModel[] => {
  const judges = judgesOf(unpackFitted(packed).models);
  return detectorNames.map((name) => judges[name]);
};

/** Raw scores of every row by each model. */
export function scoreBlock(models: readonly ScoringModel[], { values, starts }: Block): Float32Array[] {
  const customers = { m: matrix(values, featureCount), starts };
  return models.map((model) => Float32Array.from(model.score(customers)));
}
