import type { IndexDefinition } from '../defineIndex';
import { actions } from './actions';
import { anomalies } from './anomalies';
import { churnFigures, churnModels } from './churnComparison';
import { customerFigures } from './customerFigures';
import { customers } from './customers';
import { insights } from './insights';
import {
  audit,
  auditCheckpoints,
  auditText,
  idempotency,
  interventions,
  labels,
  leases,
  reviews,
  segmentDefinitions,
  states,
  suppressions,
} from './interventions';
import { jobLeases, jobOccurrences, jobWishes, scheduledJobs } from './jobs';
import { modelRequests } from './modelRequests';
import { hostSamples, identities, logs, modelMetrics, models, quarantine, runs } from './operations';
import { personaEdits, personaRatings } from './personaEdits';
import { personaTexts } from './personaTexts';
import { clusterChoices, segmentMigrations } from './segmentation';
import { segments } from './segments';
import { controls, erasures } from './service';
import { transactions } from './transactions';

/** Every index of Spendscope. */
export const indices = {
  transactions,
  actions,
  customers,
  segments,
  segmentMigrations,
  clusterChoices,
  churnModels,
  churnFigures,
  customerFigures,
  anomalies,
  insights,
  states,
  interventions,
  audit,
  auditText,
  auditCheckpoints,
  idempotency,
  leases,
  labels,
  suppressions,
  reviews,
  segmentDefinitions,
  personaTexts,
  personaEdits,
  personaRatings,
  controls,
  erasures,
  identities,
  runs,
  models,
  modelMetrics,
  modelRequests,
  quarantine,
  logs,
  hostSamples,
  scheduledJobs,
  jobOccurrences,
  jobWishes,
  jobLeases,
} as const;

export const allIndices: readonly IndexDefinition[] = Object.values(indices);
