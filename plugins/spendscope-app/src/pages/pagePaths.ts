import { appId } from '@spendscope/contracts';

/** Addresses of the app's pages, as plugin.json includes them. */
export const pagePaths = {
  root: `/a/${appId}`,
  overview: `/a/${appId}/overview`,
  anomalies: `/a/${appId}/anomalies`,
  audit: `/a/${appId}/audit`,
  configuration: `/plugins/${appId}`,
} as const;

/** The dashboard of segments; its uid is the dashboards'. */
export const segmentsDashboard = '/d/customer-segments';
