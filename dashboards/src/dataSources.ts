import type { DataSourceRef } from '@grafana/grafana-foundation-sdk/common';
import { type IndexDefinition, indices } from '@spendscope/contracts';

/** A Grafana data source: the core Elasticsearch one, over one index of the contract. */
export interface DataSource<Index extends IndexDefinition = IndexDefinition> {
  uid: string;
  name: string;
  index: Index;
  timeField: string;
}

const over = <Index extends IndexDefinition>(name: string, index: Index, timeField: string): DataSource<Index> => ({
  uid: index.name,
  name: `Spendscope ${name}`,
  index,
  timeField,
});

export const dataSources = {
  transactions: over('transactions', indices.transactions, indices.transactions.fields['@timestamp']),
  anomalies: over('anomalies', indices.anomalies, indices.anomalies.fields.timestamp),
  customers: over('customers', indices.customers, indices.customers.fields.created_at),
  segments: over('segments', indices.segments, indices.segments.fields.created_at),
  segmentMigrations: over('segment migrations', indices.segmentMigrations, indices.segmentMigrations.fields.created_at),
  clusterChoices: over('cluster choices', indices.clusterChoices, indices.clusterChoices.fields.created_at),
  churnModels: over('churn models', indices.churnModels, indices.churnModels.fields.created_at),
  churnFigures: over('churn figures', indices.churnFigures, indices.churnFigures.fields.created_at),
  modelMetrics: over('model metrics', indices.modelMetrics, indices.modelMetrics.fields['@timestamp']),
  customerFigures: over('customer figures', indices.customerFigures, indices.customerFigures.fields.created_at),
  insights: over('insights', indices.insights, indices.insights.fields.created_at),
  interventions: over('interventions', indices.interventions, indices.interventions.fields.requested_at),
  reviews: over('reviews', indices.reviews, indices.reviews.fields.opened_at),
  controls: over('controls', indices.controls, indices.controls.fields.changed_at),
  runs: over('runs', indices.runs, indices.runs.fields.started_at),
  jobs: over('jobs', indices.scheduledJobs, indices.scheduledJobs.fields.late_after),
  jobOccurrences: over('job occurrences', indices.jobOccurrences, indices.jobOccurrences.fields.claimed_at),
  logs: over('logs', indices.logs, indices.logs.fields['@timestamp']),
  hostSamples: over('host samples', indices.hostSamples, indices.hostSamples.fields['@timestamp']),
} as const;

export const reference = (source: DataSource): DataSourceRef => ({ type: 'elasticsearch', uid: source.uid });

/** For a panel whose queries go to different data sources: Grafana would send all of them to the first. */
export const mixed: DataSourceRef = { type: 'datasource', uid: '-- Mixed --' };
