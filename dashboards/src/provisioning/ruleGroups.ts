import type { RuleGroup } from './alertRule';
import { anomalyAlerts } from './anomalyAlerts';
import { modelAlerts } from './modelAlerts';
import { pipelineAlerts } from './pipelineAlerts';
import { serviceAlerts } from './serviceAlerts';

/** Every alert rule there is. */
export const ruleGroups: readonly RuleGroup[] = [anomalyAlerts, serviceAlerts, pipelineAlerts, modelAlerts];
