import { appId } from '@spendscope/contracts';

/** Addresses of the app's pages, as plugin.json includes them. */
export const pagePaths = {
  root: `/a/${appId}`,
  overview: `/a/${appId}/overview`,
  anomalies: `/a/${appId}/anomalies`,
  interventions: `/a/${appId}/interventions`,
  feedback: `/a/${appId}/feedback`,
  policy: `/a/${appId}/policy`,
  audit: `/a/${appId}/audit`,
  privacy: `/a/${appId}/privacy`,
  configuration: `/plugins/${appId}`,
} as const;

/** The dashboard of segments; its uid is the dashboards'. */
export const segmentsDashboard = '/d/customer-segments';
