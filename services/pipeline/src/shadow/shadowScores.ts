/** What an imported model says beside the live one; places are customers or transactions. */
export interface ShadowScores {
  ids: string[];
  /** higher is more; NaN where the model gives no number */
  shadow: Float64Array;
  /** NaN where the live model has none */
  live: Float64Array;
  /** what came to be, where it is known */
  judged?: JudgedScores;
}

/** Scores of rows whose outcome is known. */
export interface JudgedScores {
  /** what the labels are */
  target: string;
  labels: Int8Array;
  shadow: Float64Array;
  /** of the same rows by the live model, which had not seen them; or its own ROC-AUC on them */
  live?: Float64Array | { rocAuc: number };
}
