import { anomalyThreshold } from '@spendscope/contracts';

export type ScoreBand = 'severe' | 'suspicious' | 'low';

/** Where the band of one in a thousand begins: half-way from the threshold to 1 is ten times rarer than the threshold. */
const severeFrom = (1 + anomalyThreshold) / 2;

export function scoreBand(score: number): ScoreBand {
  return score >= severeFrom ? 'severe' : score >= anomalyThreshold ? 'suspicious' : 'low';
}
