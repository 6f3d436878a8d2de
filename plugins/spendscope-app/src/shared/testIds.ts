/** Test ids, for what role and name cannot find; components, unit tests and Playwright import them from here. */
export const testIds = {
  panelState: {
    root: 'data-testid spendscope panel-state',
    skeleton: 'data-testid spendscope panel-state skeleton',
    refreshing: 'data-testid spendscope panel-state refreshing',
    details: 'data-testid spendscope panel-state details',
  },
  anomalyTable: {
    root: 'data-testid spendscope anomaly-table',
    row: (id: string): string => `data-testid spendscope anomaly-row ${id}`,
    bulkBar: 'data-testid spendscope anomaly-table bulk-bar',
    newRows: 'data-testid spendscope anomaly-table new-rows',
  },
  interventionDialog: {
    root: 'data-testid spendscope intervention-dialog',
    dryRun: 'data-testid spendscope intervention-dialog dry-run',
  },
  segmentExplorer: {
    root: 'data-testid spendscope segment-explorer',
  },
  personaCards: {
    root: 'data-testid spendscope persona-cards',
    card: (cluster: number): string => `data-testid spendscope persona-card ${cluster}`,
  },
  overview: { root: 'data-testid spendscope overview' },
  segments: { root: 'data-testid spendscope segments' },
  personas: { root: 'data-testid spendscope personas' },
  benefits: { root: 'data-testid spendscope benefits' },
  customers: { root: 'data-testid spendscope customers' },
  anomalies: { root: 'data-testid spendscope anomalies' },
  audit: { root: 'data-testid spendscope audit', chain: 'data-testid spendscope audit chain' },
  interventions: {
    root: 'data-testid spendscope interventions',
    detail: 'data-testid spendscope interventions detail',
    controls: 'data-testid spendscope interventions controls',
  },
  models: { root: 'data-testid spendscope models' },
  feedback: { root: 'data-testid spendscope feedback' },
  thresholds: { root: 'data-testid spendscope thresholds' },
  jobs: { root: 'data-testid spendscope jobs' },
  policy: { root: 'data-testid spendscope policy' },
  privacy: { root: 'data-testid spendscope privacy' },
  reviews: { root: 'data-testid spendscope reviews' },
  configuration: { root: 'data-testid spendscope configuration' },
  noRight: 'data-testid spendscope no-right',
} as const;
