import { dataSources } from '../dataSources';
import { numbered } from '../folder';
import { interventionsService, servicePanels, serviceQuestions } from '../interventionsService';
import { cardWorld } from '../world';
import type { AlertRule, RuleGroup } from './alertRule';

const { interventions, controls } = dataSources;
const day = 86_400;
/** A switch stands as long as nobody throws it: also one thrown years ago has to fire. */
const ever = 3_650 * day;

const shared = {
  groups: 10,
  atLeast: 1,
  holdsFor: '0s',
  severity: 'critical',
  part: 'interventions-service',
  board: numbered(interventionsService(cardWorld)),
} as const satisfies Partial<AlertRule>;
const acts = { ...shared, source: interventions, by: interventions.index.fields.action };
const switches = { ...shared, source: controls, by: controls.index.fields.value, within: ever, panel: servicePanels.switches };

/** Six rules over what the service stores: they fire also where the service itself is down. */
export const serviceAlerts: RuleGroup = {
  name: 'interventions-service',
  rules: [
    {
      ...acts,
      uid: 'service-expiry-backlog',
      filter: serviceQuestions.overdue,
      panel: servicePanels.overdue,
      within: 180 * day,
      holdsFor: '5m',
      words: {
        en: {
          title: 'Interventions are past their end and still in force',
          summary: 'Nobody ends what is over: customers stay locked longer than was decided.',
          description: 'See docs/operations.md, “Nothing ends any more”.',
        },
        ko: {
          title: '끝났어야 할 조치가 아직 적용 중임',
          summary: '기한이 지난 조치가 끝나지 않아 고객이 정해진 것보다 오래 잠겨 있습니다.',
          description: 'docs/operations.md의 “Nothing ends any more”를 보세요.',
        },
      },
    },
    {
      ...acts,
      uid: 'service-left-open',
      filter: serviceQuestions.open,
      panel: servicePanels.open,
      within: 30 * day,
      holdsFor: '5m',
      words: {
        en: {
          title: 'Interventions are left between two states',
          summary: 'A connector does not answer, or the service is down: what is in force is not known.',
          description: 'See docs/operations.md, “Acts stay unknown”.',
        },
        ko: {
          title: '조치가 두 상태 사이에 멈춰 있음',
          summary: '커넥터가 응답하지 않거나 서비스가 중단되어, 무엇이 적용 중인지 알 수 없습니다.',
          description: 'docs/operations.md의 “Acts stay unknown”을 보세요.',
        },
      },
    },
    {
      ...acts,
      uid: 'service-approvals-waiting',
      filter: serviceQuestions.waiting,
      panel: servicePanels.waiting,
      within: day,
      severity: 'warning',
      words: {
        en: {
          title: 'Requests have waited for a second person for four hours',
          summary: 'Operators asked for acts, and nobody has decided.',
          description: 'They expire after a day. Open the app’s list of waiting requests.',
        },
        ko: {
          title: '요청이 네 시간 동안 두 번째 승인자를 기다림',
          summary: '운영자가 조치를 요청했지만 아무도 결정하지 않았습니다.',
          description: '하루가 지나면 만료됩니다. 앱에서 대기 중인 요청 목록을 여세요.',
        },
      },
    },
    {
      ...acts,
      uid: 'service-failures',
      filter: serviceQuestions.failed,
      panel: servicePanels.outcomes,
      within: 600,
      atLeast: 5,
      severity: 'warning',
      words: {
        en: {
          title: 'Several interventions failed within ten minutes',
          summary: 'Acts are asked for and not carried out.',
          description: 'See docs/operations.md, “Acts stay unknown”.',
        },
        ko: {
          title: '10분 안에 조치 여러 건이 실패함',
          summary: '요청된 조치가 실행되지 않고 있습니다.',
          description: 'docs/operations.md의 “Acts stay unknown”을 보세요.',
        },
      },
    },
    {
      ...switches,
      uid: 'service-breaker-open',
      filter: serviceQuestions.braked,
      words: {
        en: {
          title: 'The blast-radius brake is on',
          summary: 'More accounts were locked than the policy allows: every act needs a second person now.',
          description: 'See docs/operations.md, “The brake is on”.',
        },
        ko: {
          title: '영향 범위 브레이크가 걸림',
          summary: '정책이 허용하는 것보다 많은 계정이 잠겨, 이제 모든 조치에 두 번째 승인자가 필요합니다.',
          description: 'docs/operations.md의 “The brake is on”을 보세요.',
        },
      },
    },
    {
      ...switches,
      uid: 'service-audit-unproven',
      filter: serviceQuestions.unproven,
      words: {
        en: {
          title: 'The audit log is broken, was never verified, or not for two days',
          summary: 'What is on record may not be what happened.',
          description: 'Never verified: an hour after it began. See docs/operations.md, “audit verify names a break”.',
        },
        ko: {
          title: '감사 로그가 손상되었거나, 한 번도 검증되지 않았거나, 이틀 동안 검증되지 않음',
          summary: '기록된 내용이 실제로 일어난 일과 다를 수 있습니다.',
          description: '한 번도 검증되지 않은 경우에는 시작 후 한 시간이 지나면 알립니다. docs/operations.md의 “audit verify names a break”를 보세요.',
        },
      },
    },
  ],
};
