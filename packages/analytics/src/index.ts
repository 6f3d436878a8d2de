export { adjustedRand } from './adjustedRand';
export { AnalyticsError, type AnalyticsErrorCode } from './analyticsError';
export { calibrate, calibratedThreshold, calibrationFromJSON, fitCalibration, type Calibration } from './calibration';
export { calinskiHarabasz } from './calinskiHarabasz';
export {
  clusterCurve,
  suggestClusters,
  type ClusterCurve,
  type ClusterCurveOptions,
  type ClusterCurvePoint,
} from './clusterCurve';
export { assignClusters, clusterModel, clusterModelFromJSON, type ClusterModel } from './clusterModel';
export { hungarian } from './hungarian';
export { IsolationForest, type IsolationForestJson, type IsolationForestOptions } from './isolationForest';
export { kmeans, nearestCentres, type KMeansOptions, type KMeansResult } from './kmeans';
export { matchClusters } from './matchClusters';
export { checkMatrix, checkValues, matrix, matrixOfColumns, type Matrix } from './matrix';
export { normalQuantile } from './normalQuantile';
export { ownMeanOutlier, type OwnMeanOptions, type OwnMeanOutlier } from './ownMeanOutlier';
export { Random } from './random';
export { averagePrecision, rocAuc } from './rankMetrics';
export { quintileScheme, rfmScores, type RfmCuts, type RfmScheme, type RfmScores } from './rfm';
export { rfmSegment, rfmSegments, type RfmSegment } from './rfmSegment';
export { madToSigma, median, robustScale, robustZ, type RobustScale } from './robust';
export { sampledSilhouette, silhouette, silhouetteSamples } from './silhouette';
export { fitStandardizer, signedLog1p, standardize, type Standardizer } from './standardize';
export { topContributions, type TopContribution } from './topContributions';
export { wilson, type Proportion } from './wilson';
