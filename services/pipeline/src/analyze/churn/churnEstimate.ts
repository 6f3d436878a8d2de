import type { Explanation } from './explanation';

/** Where a probability of leaving comes from. */
export type ChurnBasis = 'label' | 'inactivity' | 'model';

/** What the segmentation and the customers' documents need to know of churn; places are the rows of the customer table. */
export interface ChurnEstimate {
  basis: ChurnBasis;
  /** 0 to 1 */
  probability: Float64Array;
  /** whether the customer counts as gone: observed where the data has a label, else by the basis's own threshold */
  gone: (row: number) => boolean;
  /** why, as codes for filters: at most three, the strongest first */
  reasons: (row: number) => string[];
  /** the same in full, where a model tells it */
  explanation: (row: number) => Explanation | undefined;
}
