import type { Static } from 'typebox';
import { defineIndex } from '../defineIndex';
import { boolean, date, double, float, integer, keyword, long, object, optional } from '../elasticTypes';

/** What stands for a cluster where there is none: customers of no earlier run, and those that are not in this one. */
export const firstSeen = 'first seen';
export const noLongerThere = 'no longer there';

export const SegmentMigration = object({
  run_id: keyword(),
  previous_run_id: optional(keyword('absent: the first run')),
  from_cluster: optional(integer()),
  from_name: keyword(`persona in the run before, or ${firstSeen}`),
  to_cluster: optional(integer()),
  to_name: keyword(`persona in this run, or ${noLongerThere}`),
  customers: long(),
  share: float('of those who were in from_cluster, 0 to 1'),
  stayed: boolean('the same cluster in both runs, whatever its persona'),
  churn_change: optional(float('where it stayed: the cluster’s churn rate less that of the run before, −1 to 1')),
  created_at: date(),
});
export type SegmentMigration = Static<typeof SegmentMigration>;

export const segmentMigrations = defineIndex({
  name: 'spendscope-segment-migrations',
  layout: 'run',
  version: 2,
  description: 'One document counts customers who moved from one segment of the run before to one of this run.',
  grafanaReads: true,
  document: SegmentMigration,
});

export const ClusterChoice = object({
  run_id: keyword(),
  k: integer('number of clusters'),
  silhouette: float('mean over sampled customers, -1 to 1'),
  calinski_harabasz: double(),
  stability: float('mean adjusted Rand index of clusterings of resampled customers, 1 = always the same'),
  inertia: double(),
  customers: long('how many were looked at'),
  verdict: keyword('used, suggested, used and suggested, or other'),
  created_at: date(),
});
export type ClusterChoice = Static<typeof ClusterChoice>;

export const clusterChoices = defineIndex({
  name: 'spendscope-cluster-choices',
  layout: 'run',
  version: 1,
  description: 'One document says how well a number of clusters fits the customers of a run.',
  grafanaReads: true,
  document: ClusterChoice,
});
