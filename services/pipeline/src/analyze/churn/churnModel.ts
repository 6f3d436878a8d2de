import {
  type Labels,
  type Table,
  calibratedOdds,
  fitHistogramBoosting,
  fitPreparation,
  histogramBoosting,
  predictBoosted,
  prepare,
  treeShap,
} from '@spendscope/analytics';
import type { ChurnBoosting } from '@spendscope/scoring';
import type { Explanation } from './explanation';
import { columnMedians, explainRows } from './reasonCodes';

export function fitChurn(
  table: Table,
  labels: Labels,
  { parameters, calibration }: Pick<ChurnBoosting, 'parameters' | 'calibration'>
): ChurnBoosting {
  const preparation = fitPreparation(table, histogramBoosting.preparation);
  const trees = fitHistogramBoosting(prepare(table, preparation), labels, parameters);
  return { parameters, preparation, medians: columnMedians(table), trees, calibration };
}

export interface ScoredChurn {
  probability: Float64Array;
  /** before the calibration */
  raw: Float64Array;
  reasons: Explanation[];
}

/** Probabilities and reasons (by TreeSHAP, which add up to the log-odds) of rows that the model has not learnt from. */
export function scoreChurn({ preparation, medians, trees, calibration }: ChurnBoosting, table: Table): ScoredChurn {
  const m = prepare(table, preparation);
  const raw = predictBoosted(trees, m);
  const { base, values } = treeShap(trees.nodes, m);
  const contributions = { base: trees.base + base, values };
  return {
    raw,
    probability: calibratedOdds(raw, calibration),
    reasons: explainRows({ table, contributions, preparation, medians, calibration }),
  };
}
