/** A feature and its share of all that made the score higher. */
export interface TopContribution {
  feature: string;
  /** index of the feature */
  index: number;
  /** as in {@link IsolationForest.contributions} */
  contribution: number;
  /** 0 to 1: its part of the positive contributions */
  share: number;
}

/** The features that raised a score most, greatest first; fewer than asked for where fewer raised it. */
export function topContributions(
  contributions: ArrayLike<number>,
  features: readonly string[],
  count = 3
): TopContribution[] {
  let positive = 0;
  const raised: number[] = [];
  for (let j = 0; j < contributions.length; j++) {
    if (contributions[j]! > 0) {
      positive += contributions[j]!;
      raised.push(j);
    }
  }
  raised.sort((a, b) => contributions[b]! - contributions[a]! || a - b);
  return raised.slice(0, count).map((index) => ({
    feature: features[index]!,
    index,
    contribution: contributions[index]!,
    share: contributions[index]! / positive,
  }));
}
