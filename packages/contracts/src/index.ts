export type { Static, TSchema } from 'typebox';
export * from './api/anomalies';
export * from './api/audit';
export * from './api/controls';
export * from './api/customers';
export * from './api/decisions';
export * from './api/estimate';
export * from './api/feedback';
export * from './api/health';
export * from './api/hooks';
export * from './api/inference';
export * from './api/interventions';
export * from './api/jobs';
export * from './api/models';
export * from './api/personas';
export * from './api/points';
export * from './api/policy';
export * from './api/privacy';
export * from './api/problem';
export * from './api/runs';
export * from './api/segments';
export * from './api/states';
export * from './api/thresholds';
export * from './cards/benefitSimulation';
export * from './cards/cardDesign';
export * from './cards/cardProducts';
export * from './claims/claim';
export { claimFieldPaths } from './claims/claimFieldPaths';
export * from './claims/claimFields';
export { ClaimFinding, ClaimFindings } from './claims/claimResults';
export { ClaimTextError, parseClaim } from './claims/parseClaim';
export {
  type IndexDefinition,
  type IndexLayout,
  backingIndex,
  monthlyIndex,
  publicName,
  runIndex,
} from './defineIndex';
export { environment } from './environment';
export { type IndexTemplate, indexTemplate } from './indexTemplate';
export * from './indices';
export * from './indices/actions';
export * from './indices/anomalies';
export * from './indices/churnComparison';
export * from './indices/customerFigures';
export * from './indices/customers';
export * from './indices/insights';
export * from './targetSegment';
export * from './indices/interventions';
export * from './indices/jobs';
export * from './indices/modelRequests';
export * from './indices/operations';
export * from './indices/personaEdits';
export * from './indices/personaTexts';
export * from './indices/segmentation';
export * from './indices/segments';
export * from './indices/service';
export * from './indices/strategy';
export * from './indices/traits';
export * from './indices/transactions';
export * from './jobs/jobsFile';
export * from './jobs/occurrenceId';
export type { FieldNames, MappingProperty } from './mapping';
export * from './models/driftMetrics';
export * from './models/modelComparison';
export * from './models/modelFile';
export * from './models/modelHistory';
export * from './models/modelTrial';
export * from './personalFields';
export * from './points/packedColumns';
export * from './policyActs';
export * from './rights';
export * from './roles';
export * from './selections/geometry';
export * from './selections/scale';
export * from './selections/selection';
export * from './selections/steps';
