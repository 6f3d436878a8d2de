import type { RuleGroup } from './alertRule';
import { anomalyAlerts } from './anomalyAlerts';
import { serviceAlerts } from './serviceAlerts';

/** Every alert rule there is. */
export const ruleGroups: readonly RuleGroup[] = [anomalyAlerts, serviceAlerts];
