import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { anomalyOperations } from './anomalyOperations';
import { churnRetention } from './churnRetention';
import { numbered } from './folder';
import { alertDelivery } from './health/alertDelivery';
import { modelsDashboard } from './health/models';
import { pipelineHealth } from './health/pipelineHealth';
import { interventionsService } from './interventionsService';
import { anomalyAlerts } from './provisioning/anomalyAlerts';
import { dataSourceProvisioning } from './provisioning/dataSources';
import { grafanaRules } from './provisioning/grafanaRules';
import { modelAlerts } from './provisioning/modelAlerts';
import { type Notified, contactPoints } from './provisioning/notify/contactPoints';
import { messageTemplates } from './provisioning/notify/messages';
import { muteTimings, notificationPolicies } from './provisioning/notify/policies';
import { pipelineAlerts } from './provisioning/pipelineAlerts';
import { serviceAlerts } from './provisioning/serviceAlerts';
import { yamlOf } from './provisioning/yamlOf';
import { segmentsDashboard } from './segments';
import { categories } from './spend/categories';
import { grades } from './spend/grades';
import { ownOutliers } from './spend/ownOutliers';
import { regions } from './spend/regions';
import { spendOverview } from './spend/spendOverview';
import { targetSegmentDashboard } from './spend/targetSegment';
import { type World, cardWorld } from './world';

const note = '# Written by `npm run generate`; change dashboards/src instead.\n';
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const yaml = (value: object): string => note + yamlOf(value);

/** Dashboard JSON by file name, for a world. */
export function dashboardFiles(world: World = cardWorld): Record<string, string> {
  return {
    'spend-overview.json': json(numbered(spendOverview(world))),
    'grades.json': json(numbered(grades(world))),
    'categories.json': json(numbered(categories(world))),
    'regions-and-life.json': json(numbered(regions(world))),
    'own-mean-outliers.json': json(numbered(ownOutliers(world))),
    'target-segment.json': json(numbered(targetSegmentDashboard(world))),
    'segments.json': json(numbered(segmentsDashboard(world))),
    'churn-retention.json': json(numbered(churnRetention(world))),
    'anomaly-operations.json': json(numbered(anomalyOperations(world))),
    'pipeline-health.json': json(numbered(pipelineHealth(world))),
    'models.json': json(numbered(modelsDashboard(world))),
    'alert-delivery.json': json(numbered(alertDelivery(world))),
    'interventions-service.json': json(numbered(interventionsService(world))),
  };
}

/** Provisioning that repeats names of the contract, by path under provisioning/; without people to tell, only the API is told. */
export function provisioningFiles(notified: Notified = { channels: [], locale: 'en' }): Record<string, string> {
  return {
    'datasources/spendscope.yaml': yaml(dataSourceProvisioning()),
    'alerting/rules.yaml': yaml(grafanaRules(anomalyAlerts)),
    'alerting/service-rules.yaml': yaml(grafanaRules(serviceAlerts)),
    'alerting/pipeline-rules.yaml': yaml(grafanaRules(pipelineAlerts)),
    'alerting/model-rules.yaml': yaml(grafanaRules(modelAlerts)),
    'alerting/templates.yaml': yaml(messageTemplates()),
    'alerting/contact-points.yaml': yaml(contactPoints(notified)),
    'alerting/mute-timings.yaml': yaml(muteTimings()),
    'alerting/policies.yaml': yaml(notificationPolicies(notified.channels)),
  };
}

export async function writeFiles(folder: string, files: Record<string, string>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
