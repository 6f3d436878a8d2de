export { type ChurnReference, type ReadChurn, churnFileVersion, readChurnFile } from './churnFile';
export { type ChurnBoosting, churnProbability, columnsFor } from './churnModel';
export { churnModelName, detectorName } from './modelNames';
export { ScoringError } from './scoringError';
