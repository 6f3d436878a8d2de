import { type Calibration, calibrate } from '@spendscope/analytics';
import { type ModelCard, type RunInput, anomalyThreshold, defaultContamination } from '@spendscope/contracts';
import type { DetectOptions } from './detect';
import type { DetectorScores, FittedModels } from './trainDetector';

/** Tables that say nothing to a detector. */
const unread = ['published_segments', 'customers', 'actions'];

/** Nothing in it but what follows from the data and the parameters: the same of both gives the same bytes. */
export function detectorCard(
  { models, population }: FittedModels,
  scores: DetectorScores,
  {
    seed,
    contamination = defaultContamination,
    meta,
    first,
    last,
    rows,
    inputs,
  }: DetectOptions & { inputs: readonly RunInput[] }
): ModelCard {
  return {
    what: 'How strange a transaction is against its customer’s own history, from 0 to 1.',
    algorithm: `mean of the two highest calibrated scores of ${scores.parts.map(({ name }) => name).join(', ')}, each times its weight`,
    seed,
    parameters: { contamination, weights: weightsOf(scores), population: { ...population } },
    data: {
      ...{ world: meta.world, from: first.toISOString(), to: last.toISOString(), rows },
      inputs: inputs.filter(({ name }) => !unread.includes(name)),
    },
    metrics: { ...heldOut(models), ...calibrationMetrics(scores), floor_raw: scores.floor },
    intended_use: 'To choose which accounts a person looks at first; a reason in words goes with each score.',
    limits: [
      'A score is no proof of fraud: by calibration the given share of ordinary transactions is flagged too.',
      'Learnt without labels: it finds what is rare, not what is known to be wrong.',
      'Calibrated on the data’s own range: on other data, or much later, the share that is flagged differs.',
    ],
  };
}

const weightsOf = ({ parts }: DetectorScores): Record<string, number> =>
  Object.fromEntries(parts.map(({ name, weight }) => [name, weight]));

function heldOut({ autoencoder, lstm }: FittedModels['models']): Record<string, number> {
  const losses = { autoencoder, lstm };
  return Object.fromEntries(
    Object.entries(losses).flatMap(([name, { history }]) => {
      const loss = history.heldOut[history.best];
      return loss === undefined ? [] : [[`${name}_held_out_loss`, loss]];
    })
  );
}

/** The raw score from which each detector, and their mean, flags. */
function calibrationMetrics({ parts, combination }: DetectorScores): Record<string, number> {
  const all = [...parts, { name: 'combined', calibration: combination }];
  const rawAt = (calibration: Calibration): number =>
    calibration.raw.find((score) => calibrate(score, calibration) >= anomalyThreshold) ?? calibration.raw.at(-1)!;
  return Object.fromEntries(all.map(({ name, calibration }) => [`${name}_raw_at_threshold`, rawAt(calibration)]));
}
