import { appId } from '@spendscope/contracts';

/** Addresses of the app's pages, as plugin.json includes them. */
export const pagePaths = {
  root: `/a/${appId}`,
  overview: `/a/${appId}/overview`,
  segments: `/a/${appId}/segments`,
  personas: `/a/${appId}/personas`,
  benefits: `/a/${appId}/benefits`,
  anomalies: `/a/${appId}/anomalies`,
  thresholds: `/a/${appId}/thresholds`,
  customers: `/a/${appId}/customers`,
  interventions: `/a/${appId}/interventions`,
  models: `/a/${appId}/models`,
  feedback: `/a/${appId}/feedback`,
  jobs: `/a/${appId}/jobs`,
  policy: `/a/${appId}/policy`,
  audit: `/a/${appId}/audit`,
  privacy: `/a/${appId}/privacy`,
  configuration: `/plugins/${appId}`,
} as const;

/** The dashboard of segments; its uid is the dashboards'. */
export const segmentsDashboard = '/d/customer-segments';

/** The explorer narrowed by dashboard variables. */
export const explorerOf = (variables: Readonly<Record<string, string>>): string =>
  `${segmentsDashboard}?${new URLSearchParams(Object.entries(variables).map(([name, value]) => [`var-${name}`, value])).toString()}`;
