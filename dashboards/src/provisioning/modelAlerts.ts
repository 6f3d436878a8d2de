import { dataSources } from '../dataSources';
import { numbered } from '../folder';
import { driftLimits, modelPanels, modelQuestions, modelsDashboard } from '../health/models';
import { cardWorld } from '../world';
import type { AlertRule, RuleGroup } from './alertRule';

const source = dataSources.modelMetrics;
const { fields } = source.index;
const day = 86_400;

const shared = {
  source,
  groups: 100,
  // Looks are daily: one that fires stays for a day.
  within: day,
  atLeast: 1,
  holdsFor: '0s',
  severity: 'warning',
  part: 'models',
  board: numbered(modelsDashboard(cardWorld)),
} as const satisfies Partial<AlertRule>;

/** What `spendscope monitor-models` found of the live models; why the limits are what they are is said where they stand. */
export const modelAlerts: RuleGroup = {
  name: 'models',
  rules: [
    {
      ...shared,
      uid: 'model-feature-drift',
      filter: modelQuestions.feature,
      panel: modelPanels.feature,
      by: fields.group,
      mean: { field: fields.value, above: driftLimits.psi },
      words: {
        en: {
          title: 'A feature is no longer what the model learnt from',
          summary: 'The population stability index of one feature is above 0.25: {{ $labels.group }}.',
          description:
            'From 0.25 on credit scoring calls it another population. See whether the source of the column changed; where customers did, analyze anew. It clears a day after the look.',
        },
        ko: {
          title: '한 특성이 모델이 학습한 것과 달라졌음',
          summary: '한 특성의 모집단 안정성 지수(PSI)가 0.25를 넘습니다: {{ $labels.group }}.',
          description:
            '신용평가에서는 0.25부터 다른 모집단으로 봅니다. 열의 원천이 바뀌었는지 확인하고, 고객이 달라졌다면 다시 분석하세요. 확인 하루 뒤에 해소됩니다.',
        },
      },
    },
    {
      ...shared,
      uid: 'model-score-drift',
      filter: modelQuestions.score,
      panel: modelPanels.score,
      by: fields.group,
      mean: { field: fields.value, above: driftLimits.psi },
      words: {
        en: {
          title: 'The scores of customers, or of a segment, have moved',
          summary: 'The population stability index of the churn probability is above 0.25: {{ $labels.group }}.',
          description:
            'Thresholds that were chosen on the earlier scores find another share of customers now. Look at what moved, and analyze anew. It clears a day after the look.',
        },
        ko: {
          title: '고객 전체 또는 한 세그먼트의 점수가 움직였음',
          summary: '이탈 확률의 모집단 안정성 지수(PSI)가 0.25를 넘습니다: {{ $labels.group }}.',
          description:
            '이전 점수로 정한 임계값이 이제 다른 비율의 고객을 찾습니다. 무엇이 움직였는지 보고 다시 분석하세요. 확인 하루 뒤에 해소됩니다.',
        },
      },
    },
    {
      ...shared,
      uid: 'model-calibration-off',
      filter: modelQuestions.calibration,
      panel: modelPanels.calibration,
      by: fields.model_version,
      mean: { field: fields.value, above: driftLimits.calibration },
      words: {
        en: {
          title: 'Probabilities of leaving do not come true any more',
          summary: 'On average they are off by more than a tenth: {{ $labels.model_version }}.',
          description:
            'One in ten customers is then told wrong. Analyze anew, or roll back where a newer version is the cause. It clears a day after the look.',
        },
        ko: {
          title: '이탈 확률이 더 이상 실제와 맞지 않음',
          summary: '평균 10%p 넘게 어긋납니다: {{ $labels.model_version }}.',
          description:
            '고객 열 명 중 한 명을 잘못 판단하는 셈입니다. 다시 분석하거나, 새 버전이 원인이라면 되돌리세요. 확인 하루 뒤에 해소됩니다.',
        },
      },
    },
  ],
};
