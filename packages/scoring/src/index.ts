export { type ChurnReference, type ReadChurn, churnFileVersion, readChurnFile } from './churnFile';
export { type ChurnBoosting, churnProbability, columnsFor } from './churnModel';
export { ScoringError } from './scoringError';
