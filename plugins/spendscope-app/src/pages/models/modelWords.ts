import type { ComparisonMetric, ModelAlias, ModelChangeKind } from '@spendscope/contracts';
import { t } from '../../shared/i18n/t';

/** A model's name in words; that of an imported one stands as it is. */
export const modelWords = (name: string): string =>
  ({
    anomaly_detectors: t('models.name.anomaly_detectors', 'Anomaly detectors'),
    churn: t('models.name.churn', 'Churn'),
  })[name] ?? name;

export const aliasWords = (alias: ModelAlias): string =>
  ({ live: t('models.alias.live', 'Live'), shadow: t('models.alias.shadow', 'Shadow') })[alias];

export const kindWords = (kind: ModelChangeKind): string =>
  ({
    trained: t('models.kind.trained', 'Trained'),
    imported: t('models.kind.imported', 'Imported'),
    promoted: t('models.kind.promoted', 'Promoted'),
    rolled_back: t('models.kind.rolled_back', 'Rolled back'),
    shadowed: t('models.kind.shadowed', 'Made the shadow'),
  })[kind];

export const comparisonWords = (metric: ComparisonMetric): string =>
  ({
    compared_rows: t('models.comparison.rows', 'Rows scored by both'),
    score_change_mean: t('models.comparison.mean', 'Scores differ by, on average'),
    score_change_max: t('models.comparison.max', 'Scores differ by at most'),
    rank_correlation: t('models.comparison.rank', 'Rank correlation'),
    alarms_live: t('models.comparison.alarmsLive', 'Above the threshold by the live one'),
    alarms_candidate: t('models.comparison.alarmsCandidate', 'Above the threshold by this one'),
    alarms_both: t('models.comparison.alarmsBoth', 'Above it by both'),
  })[metric];

/** Who stands in a history: a run, who works on the machine, or somebody of the app. */
export function byWords(by: string): string {
  const [, kind, who = ''] = /^(run|cli|user):(.*)$/.exec(by) ?? [];
  switch (kind) {
    case 'run':
      return t('models.by.run', 'the run {{who}}', { who });
    case 'cli':
      return t('models.by.cli', '{{who}} on the command line', { who });
    default:
      return who || by;
  }
}
