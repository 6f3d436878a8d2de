import type { TrialReason } from '@spendscope/contracts';
import { t } from '../../shared/i18n/t';

/** Why a candidate was promoted or kept as the shadow, in words. */
export const trialReasonWords = (reason: TrialReason): string =>
  ({
    first: t('models.trial.first', 'The first of its name: there was nothing to compare with.'),
    better: t('models.trial.better', 'Better by the margin, and no segment worse by its own.'),
    not_better: t('models.trial.notBetter', 'Not better by the margin.'),
    by_chance: t('models.trial.byChance', 'The difference may be chance.'),
    precision_worse: t('models.trial.precisionWorse', 'PR-AUC is worse by more than the margin.'),
    calibration_worse: t('models.trial.calibrationWorse', 'Its probabilities are worse calibrated by more than the margin.'), // prettier-ignore
    segment_worse: t('models.trial.segmentWorse', 'A segment is worse by more than its margin.'),
    too_few: t('models.trial.tooFew', 'Too few rows, or of one kind, to judge by.'),
    nothing_known: t('models.trial.nothingKnown', 'No truth of every row was given, and people label only what the live one raised.'), // prettier-ignore
    not_asked: t('models.trial.notAsked', 'The job was not told to promote by itself: two people may.'),
  })[reason];

const traitNames = (): Record<string, string> => ({
  grade: t('models.trial.trait.grade', 'Grade'),
  age_band: t('models.trial.trait.age', 'Age'),
  sex: t('models.trial.trait.sex', 'Sex'),
  region: t('models.trial.trait.region', 'Region'),
});

export const traitWords = (trait: string): string => traitNames()[trait] ?? trait;

/** A gain or loss, with its sign and to three decimals. */
export const formatGain = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
