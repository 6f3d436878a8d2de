/** How much each factor of a segment's priority counts: its exponent; 0 leaves it out. */
export interface PriorityWeights {
  size: number;
  monetary: number;
  churn: number;
}

export const defaultWeights: PriorityWeights = { size: 1, monetary: 1, churn: 1 };
export const weightForms = 'CUSTOMERS:SPEND:CHURN, exponents from 0 to 5 such as 1:1:2';

/** The weights of a text; undefined where it has none of the accepted forms. */
export function readPriorityWeights(text: string): PriorityWeights | undefined {
  const parts = text.split(':').map((part) => (part.trim() === '' ? NaN : Number(part)));
  const [size, monetary, churn] = parts as [number, number, number];
  return parts.length === 3 && parts.every((part) => part >= 0 && part <= 5) && parts.some((part) => part > 0)
    ? { size, monetary, churn }
    : undefined;
}

/** size^a × mean monetary^b × churn probability^c; a segment that returned more than it bought has no spend. */
export function priorityOf(
  { size, meanMonetary, churnProbability }: { size: number; meanMonetary: number; churnProbability: number },
  weights: PriorityWeights
): number {
  return size ** weights.size * Math.max(meanMonetary, 0) ** weights.monetary * churnProbability ** weights.churn;
}
