import { type DataSource, dataSources } from '../dataSources';
import { numbered } from '../folder';
import { interventionsService, servicePanels, serviceQuestions } from '../interventionsService';
import { aggregate, count, terms } from '../query';
import { cardWorld } from '../world';
import { expression } from './expression';
import { shownOn } from './shownOn';

const { interventions, controls } = dataSources;
const act = interventions.index.fields;
const day = 86_400;
/** A switch stands as long as nobody throws it: also one thrown years ago has to fire. */
const ever = 3_650 * day;

interface ServiceRule {
  uid: string;
  title: string;
  /** Title of the panel that draws it. */
  panel: string;
  source: DataSource;
  filter: string;
  group: string;
  /** Seconds that are looked back on. */
  within: number;
  moreThan: number;
  holdsFor: string;
  severity: 'warning' | 'critical';
  summary: string;
  description: string;
}

const board = numbered(interventionsService(cardWorld));

const rule = (about: ServiceRule): object => ({
  uid: about.uid,
  title: about.title,
  condition: 'fires',
  data: [
    {
      refId: 'documents',
      datasourceUid: about.source.uid,
      relativeTimeRange: { from: about.within, to: 0 },
      model: {
        ...(aggregate(about.source, {
          refId: 'documents',
          filter: about.filter,
          metrics: [count],
          by: [terms(about.group, { size: 10, orderBy: '_count' })],
        }).build() as object),
        intervalMs: 1000,
        maxDataPoints: 43200,
      },
    },
    expression('fires', { type: 'math', expression: `$documents > ${about.moreThan}` }),
  ],
  noDataState: 'OK',
  execErrState: 'Error',
  for: about.holdsFor,
  annotations: { summary: about.summary, description: about.description, ...shownOn(board, about.panel) },
  labels: { product: 'spendscope', part: 'interventions-service', severity: about.severity },
  isPaused: false,
});

/** Six rules over what the service stores: they fire also where the service itself is down. */
export function serviceAlertRules(): object {
  const acts = { source: interventions, group: act.action, moreThan: 0 };
  return {
    apiVersion: 1,
    groups: [
      {
        orgId: 1,
        name: 'interventions-service',
        folder: 'Spendscope',
        interval: '1m',
        rules: [
          rule({
            ...acts,
            uid: 'service-expiry-backlog',
            title: 'Interventions are past their end and still in force',
            filter: serviceQuestions.overdue,
            panel: servicePanels.overdue,
            within: 180 * day,
            holdsFor: '5m',
            severity: 'critical',
            summary: 'Nobody ends what is over: customers stay locked longer than was decided.',
            description: 'See docs/operations.md, “Nothing ends any more”.',
          }),
          rule({
            ...acts,
            uid: 'service-left-open',
            title: 'Interventions are left between two states',
            filter: serviceQuestions.open,
            panel: servicePanels.open,
            within: 30 * day,
            holdsFor: '5m',
            severity: 'critical',
            summary: 'A connector does not answer, or the service is down: what is in force is not known.',
            description: 'See docs/operations.md, “Acts stay unknown”.',
          }),
          rule({
            ...acts,
            uid: 'service-approvals-waiting',
            title: 'Requests have waited for a second person for four hours',
            filter: serviceQuestions.waiting,
            panel: servicePanels.waiting,
            within: day,
            holdsFor: '0s',
            severity: 'warning',
            summary: 'Operators asked for acts, and nobody has decided.',
            description: 'They expire after a day. Open the app’s list of waiting requests.',
          }),
          rule({
            ...acts,
            uid: 'service-failures',
            title: 'Several interventions failed within ten minutes',
            filter: serviceQuestions.failed,
            panel: servicePanels.outcomes,
            within: 600,
            moreThan: 4,
            holdsFor: '0s',
            severity: 'warning',
            summary: 'Acts are asked for and not carried out.',
            description: 'See docs/operations.md, “Acts stay unknown”.',
          }),
          rule({
            uid: 'service-breaker-open',
            title: 'The blast-radius brake is on',
            source: controls,
            group: controls.index.fields.value,
            filter: serviceQuestions.braked,
            panel: servicePanels.switches,
            within: ever,
            moreThan: 0,
            holdsFor: '0s',
            severity: 'critical',
            summary: 'More accounts were locked than the policy allows: every act needs a second person now.',
            description: 'See docs/operations.md, “The brake is on”.',
          }),
          rule({
            uid: 'service-audit-unproven',
            title: 'The audit log is broken, or nobody has verified it for two days',
            source: controls,
            group: controls.index.fields.value,
            filter: serviceQuestions.unproven,
            panel: servicePanels.switches,
            within: ever,
            moreThan: 0,
            holdsFor: '0s',
            severity: 'critical',
            summary: 'What is on record may not be what happened.',
            description: 'See docs/operations.md, “audit verify names a break”.',
          }),
        ],
      },
    ],
  };
}
