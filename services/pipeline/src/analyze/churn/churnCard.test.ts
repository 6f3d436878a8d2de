import { type ThresholdGoal, histogramBoosting } from '@spendscope/analytics';
import type { ModelCard } from '@spendscope/contracts';
import { churnCard } from './churnCard';
import type { Churn } from './estimateChurn';

function cardOf(goal: ThresholdGoal): ModelCard {
  const training = {
    target: 'no order within 90 days',
    rows: { learnt: 400, of: 800 },
    rocAuc: 0.9,
    prAuc: 0.7,
    brier: { raw: 0.12, calibrated: 0.1 },
    threshold: { threshold: 0.3, goal, value: 0.5 },
    comparison: { rows: 400, repeats: { repeatedRows: 0 } },
    model: { parameters: histogramBoosting.candidates[1]!.parameters },
  } as unknown as NonNullable<Churn['training']>;
  return churnCard(training, { seed: 1, world: 'card', inputs: [] });
}

it('says what the threshold was chosen for, which setting is served and what the calibration did', () => {
  const { parameters, intended_use, metrics } = cardOf({ by: 'recall', floor: 0.8 });
  expect(parameters).toEqual({ trees: 100, leaves: 31, learningRate: 0.1, leastRows: 20, threshold: 0.3, threshold_by: 'recall:0.8', compared_on: 400, drawn_from: 800 }); // prettier-ignore
  expect(intended_use).toContain('finds at least 80 % of those who leave');
  expect(metrics).toMatchObject({ brier: 0.1, brier_uncalibrated: 0.12 });
  expect(cardOf({ by: 'f1' }).intended_use).toContain('the threshold is the best F1');
});
