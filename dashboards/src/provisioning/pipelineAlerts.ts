import { dataSources } from '../dataSources';
import { numbered } from '../folder';
import { pipelineHealth, pipelinePanels, pipelineQuestions } from '../health/pipelineHealth';
import { cardWorld } from '../world';
import type { AlertRule, RuleGroup } from './alertRule';

const source = dataSources.runs;
const day = 86_400;

const shared = {
  source,
  by: source.index.fields.kind,
  groups: 10,
  atLeast: 1,
  holdsFor: '0s',
  severity: 'warning',
  part: 'pipeline',
  board: numbered(pipelineHealth(cardWorld)),
} as const satisfies Partial<AlertRule>;

/** Two rules over what runs of the pipeline say of themselves. */
export const pipelineAlerts: RuleGroup = {
  name: 'pipeline',
  rules: [
    {
      ...shared,
      uid: 'pipeline-run-failed',
      filter: pipelineQuestions.failed,
      panel: pipelinePanels.failed,
      within: day,
      words: {
        en: {
          title: 'A run of the pipeline failed within a day',
          summary: 'What dashboards show may be older than it should be: {{ $labels.kind }} failed.',
          description: 'The run’s own error stands in the table of the dashboard. It clears a day after the failed run began.',
        },
        ko: {
          title: '하루 안에 파이프라인 실행이 실패함',
          summary: '대시보드의 내용이 예상보다 오래되었을 수 있습니다: {{ $labels.kind }} 실패.',
          description: '실행의 오류는 대시보드의 표에 있습니다. 실패한 실행이 시작된 지 하루가 지나면 해소됩니다.',
        },
      },
    },
    {
      ...shared,
      uid: 'pipeline-run-late',
      filter: pipelineQuestions.late,
      panel: pipelinePanels.late,
      within: 7 * day,
      words: {
        en: {
          title: 'A run of the pipeline has not ended for six hours',
          summary: 'A run is late, or its program was killed: {{ $labels.kind }}.',
          description: 'Start the same command again: it goes on where it was interrupted. The live feed is not meant.',
        },
        ko: {
          title: '파이프라인 실행이 여섯 시간 동안 끝나지 않음',
          summary: '실행이 늦어지고 있거나 프로그램이 강제 종료되었습니다: {{ $labels.kind }}.',
          description: '같은 명령을 다시 시작하면 중단된 곳부터 이어집니다. 실시간 피드는 해당하지 않습니다.',
        },
      },
    },
  ],
};
