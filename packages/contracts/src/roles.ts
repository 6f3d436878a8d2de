import { type IndexDefinition, backingIndex } from './defineIndex';
import { allIndices, indices } from './indices';

export const roleNames = ['spendscope_setup', 'spendscope_pipeline', 'spendscope_api', 'spendscope_grafana'] as const;
export type RoleName = (typeof roleNames)[number];

export interface ElasticsearchRole {
  cluster: string[];
  indices: { names: string[]; privileges: string[] }[];
}

const pattern = (list: readonly IndexDefinition[]): string[] =>
  list.flatMap((index) => (index.layout === 'run' ? [index.name, index.pattern] : [index.pattern]));

/** Also what lies behind the names since an upgrade: who changes or deletes what a search found names it by its place. */
const written = (list: readonly IndexDefinition[]): string[] => [
  ...pattern(list),
  ...list.filter(({ layout }) => layout !== 'run').map((index) => backingIndex(index.pattern, '*')),
];

const pipelineOwns = [
  indices.transactions,
  indices.actions,
  indices.customers,
  indices.segments,
  indices.segmentMigrations,
  indices.clusterChoices,
  indices.churnModels,
  indices.churnFigures,
  indices.customerFigures,
  indices.anomalies,
  indices.insights,
  indices.identities,
  indices.runs,
  indices.models,
  indices.modelMetrics,
  indices.quarantine,
  indices.logs,
  indices.hostSamples,
  indices.scheduledJobs,
  indices.jobOccurrences,
  indices.jobLeases,
];

const pipelineReads = [indices.labels, indices.suppressions, indices.states, indices.erasures, indices.jobWishes];

const apiOwns = [
  indices.interventions,
  indices.states,
  indices.auditText,
  indices.idempotency,
  indices.leases,
  indices.labels,
  indices.suppressions,
  indices.reviews,
  indices.segmentDefinitions,
  indices.personaTexts,
  indices.personaEdits,
  indices.personaRatings,
  indices.controls,
  indices.erasures,
  indices.jobWishes,
  indices.modelRequests,
];

/** One person's documents, which an erasure takes out of what the pipeline wrote; it can neither write nor read more there. */
const apiErases = [indices.transactions, indices.actions, indices.customers, indices.anomalies, indices.identities];

/** Whose status a promotion changes; what the pipeline said of them otherwise is kept. */
const apiUpdates = [indices.models];

/** Appended to, never changed: the service's own credentials can neither alter nor delete a record. */
const apiAppends = [indices.audit, indices.auditCheckpoints];

const grafanaReads = allIndices.filter((index) => index.grafanaReads);

const write = ['read', 'write', 'create_index', 'view_index_metadata', 'maintenance'];

/** Least privilege per part; who may do what in Elasticsearch, whatever a program tries. */
export const elasticsearchRoles: Record<RoleName, ElasticsearchRole> = {
  spendscope_setup: { cluster: ['all'], indices: [{ names: ['*'], privileges: ['all'] }] },
  spendscope_pipeline: {
    cluster: ['monitor'],
    indices: [
      // Publishing a run creates its index, flips the alias and later drops old runs.
      { names: written(pipelineOwns), privileges: ['all'] },
      { names: pattern(pipelineReads), privileges: ['read', 'view_index_metadata'] },
    ],
  },
  spendscope_api: {
    cluster: ['monitor'],
    indices: [
      { names: written(apiOwns), privileges: write },
      {
        names: pattern(apiAppends),
        privileges: ['read', 'create_doc', 'create_index', 'view_index_metadata', 'maintenance'],
      },
      { names: pattern(grafanaReads), privileges: ['read', 'view_index_metadata'] },
      { names: pattern([indices.identities]), privileges: ['read', 'view_index_metadata'] },
      { names: written(apiErases), privileges: ['delete', 'maintenance'] },
      { names: written(apiUpdates), privileges: ['index', 'maintenance'] },
    ],
  },
  spendscope_grafana: {
    cluster: ['monitor'],
    indices: [{ names: pattern(grafanaReads), privileges: ['read', 'view_index_metadata'] }],
  },
};
