import { dataSources } from '../dataSources';
import { numbered } from '../folder';
import { pipelineHealth, pipelinePanels, pipelineQuestions } from '../health/pipelineHealth';
import { movesTitle } from '../segmentRuns';
import { segmentsDashboard } from '../segments';
import { cardWorld } from '../world';
import type { AlertRule, RuleGroup } from './alertRule';

const source = dataSources.runs;
const moves = dataSources.segmentMigrations;
const { jobs, jobOccurrences } = dataSources;
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

/** What runs of the pipeline say of themselves, whether data still come, and what the newest run found of who leaves. */
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
    {
      ...shared,
      uid: 'job-late',
      source: jobs,
      by: jobs.index.fields.job_id,
      filter: pipelineQuestions.jobLate,
      panel: pipelinePanels.jobLate,
      within: 7 * day,
      words: {
        en: {
          title: 'A scheduled job was not started when it was due',
          summary: 'Its time to start is over and no scheduler has claimed it: {{ $labels.job_id }}.',
          description: 'See whether a scheduler runs (spendscope schedule). It clears when the job is started or due again.',
        },
        ko: {
          title: '예약된 작업이 제시간에 시작되지 않음',
          summary: '시작 시각이 지났지만 어떤 스케줄러도 맡지 않았습니다: {{ $labels.job_id }}.',
          description: '스케줄러(spendscope schedule)가 실행 중인지 확인하세요. 작업이 시작되거나 다음 차례가 오면 해소됩니다.',
        },
      },
    },
    {
      ...shared,
      uid: 'job-failed',
      source: jobOccurrences,
      by: jobOccurrences.index.fields.job_id,
      filter: pipelineQuestions.jobFailed,
      panel: pipelinePanels.jobFailed,
      within: day,
      words: {
        en: {
          title: 'A scheduled job failed within a day',
          summary: 'It ended with an error, took too long, or its scheduler went away: {{ $labels.job_id }}.',
          description: 'What it said stands on the page Jobs. It clears a day after the run was due.',
        },
        ko: {
          title: '하루 안에 예약된 작업이 실패함',
          summary: '오류로 끝났거나, 너무 오래 걸렸거나, 스케줄러가 사라졌습니다: {{ $labels.job_id }}.',
          description: '출력은 작업 페이지에 있습니다. 실행 예정 시각에서 하루가 지나면 해소됩니다.',
        },
      },
    },
    {
      ...shared,
      uid: 'pipeline-no-data',
      source: dataSources.transactions,
      filter: '*',
      by: undefined,
      groups: 1,
      within: 2 * day,
      atLeast: undefined,
      fewerThan: 1,
      // Where there never were any, customers came without transactions.
      before: { windows: [[40 * day, 2 * day]], atLeast: 1 },
      panel: pipelinePanels.read,
      words: {
        en: {
          title: 'No transaction of the last two days is stored',
          summary: 'Transactions came until two days ago and have stopped: what dashboards show gets old.',
          description: 'See whether the newest ingest ran, and whether the file or topic that it reads still gets rows.',
        },
        ko: {
          title: '최근 이틀의 거래가 하나도 저장되지 않음',
          summary: '이틀 전까지 들어오던 거래가 멈췄습니다. 대시보드의 내용이 오래된 것이 됩니다.',
          description: '최근 수집 작업이 실행되었는지, 읽는 파일이나 토픽에 아직 데이터가 들어오는지 확인하세요.',
        },
      },
    },
    {
      ...shared,
      uid: 'segment-churn-rising',
      part: undefined,
      source: moves,
      filter: `${moves.index.fields.stayed}:true`,
      by: moves.index.fields.to_name,
      within: day,
      mean: { field: moves.index.fields.churn_change, above: 0.05 },
      board: numbered(segmentsDashboard(cardWorld)),
      panel: movesTitle,
      words: {
        en: {
          title: 'The churn rate of a segment rose by more than 5 points',
          summary: 'More customers of one segment leave than in the run before: {{ $labels.to_name }}.',
          description:
            'The newest run’s churn rate of the segment is more than 5 percentage points above that of the run before. It clears a day after the run.',
        },
        ko: {
          title: '한 세그먼트의 이탈률이 5%p 넘게 올랐음',
          summary: '한 세그먼트에서 지난 분석보다 더 많은 고객이 이탈합니다: {{ $labels.to_name }}.',
          description: '최근 분석에서 이 세그먼트의 이탈률이 지난 분석보다 5%p 넘게 높습니다. 분석 하루 뒤에 해소됩니다.',
        },
      },
    },
  ],
};
