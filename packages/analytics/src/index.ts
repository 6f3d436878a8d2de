export { adjustedRand } from './cluster-quality/adjustedRand';
export { AnalyticsError, type AnalyticsErrorCode } from './analyticsError';
export {
  calibrate,
  calibratedThreshold,
  calibrationFromJSON,
  fitCalibration,
  type Calibration,
} from './anomaly-scores/calibration';
export { calinskiHarabasz } from './cluster-quality/calinskiHarabasz';
export { associate, leastGroup, leastRows, sharesByLevel } from './claims/associate';
export type {
  Association,
  AssociationPicture,
  Effect,
  MeanGroup,
  Measure,
  ShareGroup,
  TestName,
  TestResult,
  TooLittle,
} from './claims/association';
export { type ClaimColumn } from './claims/column';
export { judge } from './claims/judge';
export { strengthOf, type Strength } from './claims/strength';
export {
  clusterCurve,
  suggestClusters,
  type ClusterCurve,
  type ClusterCurveOptions,
  type ClusterCurvePoint,
} from './cluster-quality/clusterCurve';
export { assignClusters, clusterModel, clusterModelFromJSON, type ClusterModel } from './k-means/clusterModel';
export {
  fitPrincipalComponents,
  principalCoordinates,
  type PrincipalComponents,
} from './components/principalComponents';
export { columnDrift, type ColumnDrift } from './drift/columnDrift';
export {
  columnReference,
  type CategoryReference,
  type ColumnReference,
  type NumberReference,
} from './drift/columnReference';
export { kolmogorovSmirnov, type KolmogorovSmirnov } from './drift/kolmogorovSmirnov';
export { populationStability } from './drift/populationStability';
export { hungarian } from './cluster-quality/hungarian';
export {
  IsolationForest,
  type IsolationForestJson,
  type IsolationForestOptions,
} from './isolation-forest/isolationForest';
export { kmeans, type KMeansOptions, type KMeansResult } from './k-means/kmeans';
export { nearestCentres } from './k-means/nearestCentres';
export { matchClusters } from './cluster-quality/matchClusters';
export { checkMatrix, checkValues, matrix, matrixOfColumns, matrixRows, type Matrix } from './matrix';
export { normalQuantile } from './statistics/normalQuantile';
export { ownMeanOutlier, type OwnMeanOptions, type OwnMeanOutlier } from './anomaly-scores/ownMeanOutlier';
export { Random } from './random';
export { averagePrecision, rocAuc } from './evaluation/rankMetrics';
export { rocAucDifference, type RocAucDifference } from './evaluation/rocAucDifference';
export { quintileScheme, rfmScores, type RfmCuts, type RfmScheme, type RfmScores } from './rfm/rfm';
export { rfmSegment, rfmSegments, type RfmSegment } from './rfm/rfmSegment';
export { madToSigma, median, robustScale, robustZ, type RobustScale } from './anomaly-scores/robust';
export { sampledSilhouette, silhouette, silhouetteSamples } from './cluster-quality/silhouette';
export { shuffleFirst } from './shuffle';
export { fitStandardizer, signedLog1p, standardize, type Standardizer } from './preprocessing/standardize';
export { anova, type Anova } from './statistics/anova';
export { benjaminiHochberg } from './statistics/benjaminiHochberg';
export { boxPlot, quantileOfSorted, type BoxPlot } from './statistics/boxPlot';
export { chiSquareTest, type ChiSquareTest } from './statistics/chiSquareTest';
export { cochranArmitage, type TrendTest } from './statistics/cochranArmitage';
export { type CountTable } from './statistics/contingency';
export { pearson, spearman, type Correlation } from './statistics/correlation';
export { meanInterval, moments, type Interval, type Moments } from './statistics/describe';
export { chiSquareTails } from './statistics/distributions/chiSquare';
export { fisherFTails } from './statistics/distributions/fisherF';
export { normalTails, normalTwoSided } from './statistics/distributions/normal';
export { studentTQuantile, studentTTails, studentTTwoSided } from './statistics/distributions/studentT';
export { fisherExact, type FourCounts } from './statistics/fisherExact';
export { kruskalWallis, type KruskalWallis } from './statistics/kruskalWallis';
export { mannKendall, type MannKendall } from './statistics/mannKendall';
export { mannWhitney, type MannWhitney } from './statistics/mannWhitney';
export { oddsRatio, type OddsRatio } from './statistics/oddsRatio';
export { seasonalTrend, theilSen, type RobustTrend } from './statistics/theilSen';
export { standardizedDifference, type StandardizedDifference } from './statistics/standardizedDifference';
export { studentTTest, welchTTest, type TTest } from './statistics/tTest';
export { TailEvidence, type TailEvidenceJson, type TailSide } from './anomaly-scores/tailEvidence';
export { topContributions, type TopContribution } from './anomaly-scores/topContributions';
export { wilson, type Proportion } from './statistics/wilson';
export { plattProbabilities, fitPlatt, type Platt } from './calibrators/platt';
export { calibratedOdds, fitOddsCalibration } from './calibrators/oddsCalibration';
export { fitIsotonic, isotonicProbability, type Isotonic } from './calibrators/isotonic';
export {
  compareModels,
  foldsOf,
  type CompareOptions,
  type Comparison,
  type SplitKind,
} from './comparison/compareModels';
export { fitLearner, type Candidate, type Learner, type Parameters } from './comparison/learner';
export { chooseByFold, choiceFitsOf, type Choice } from './comparison/crossFit';
export { histogramBoosting, learners, type BoostingParameters } from './comparison/learners';
export { metricNames, type MetricName, type ModelFigures } from './comparison/modelFigures';
export { fitStack, predictStack, stackOutOfFold } from './ensembles/stacking';
export { hardVote, softVote } from './ensembles/voting';
export { chooseThreshold, type ChosenThreshold, type ThresholdGoal } from './evaluation/chooseThreshold';
export { classificationReport, type ClassificationReport, type ClassScores } from './evaluation/classificationReport';
export { confusion, type Confusion } from './evaluation/confusion';
export { precisionRecallCurve, rocCurve, type PrecisionRecallCurve, type RocCurve } from './evaluation/curves';
export { groupFolds, splitFold, stratifiedFolds, type Folds } from './evaluation/folds';
export { brierScore, calibrationCurve, logLoss, type CalibrationPoint } from './evaluation/probabilityScores';
export { permutationImportance, type Importance } from './explain/permutationImportance';
export { treeShap, type Contributions } from './explain/treeShap';
export { drawRows } from './drawRows';
export { type Labels } from './labels';
export { findRepeats, type Repeats } from './leakage/findRepeats';
export { fitLogistic, predictLogistic, type LogisticModel, type LogisticOptions } from './linear/logisticRegression';
export {
  aliveProbability,
  expectedPurchases,
  fitBetaGeometric,
  type BetaGeometric,
} from './lifetime-value/betaGeometric';
export { expectedAmounts, fitGammaGamma, type GammaGamma } from './lifetime-value/gammaGamma';
export { lifetimeValue, type LifetimeOptions } from './lifetime-value/lifetimeValue';
export { type PurchaseHistory } from './lifetime-value/purchases';
export { Autoencoder, type AutoencoderJson, type AutoencoderOptions } from './networks/autoencoder';
export { Lstm, type LstmJson, type LstmOptions } from './networks/lstm';
export { type Sequences } from './networks/sequences';
export { type TrainingHistory, type TrainingOptions } from './networks/trainNetwork';
export { KdTree, type Neighbours } from './neighbors/kdTree';
export { fitNearest, predictNearest, type NearestModel } from './neighbors/kNearest';
export { fitPreparation, prepare, type Preparation, type PreparationOptions } from './preprocessing/preparation';
export { tableOf, takeRows, type Column, type Table } from './preprocessing/table';
export { fitLinearSvm, linearSvmScores, type LinearSvm } from './svm/linearSvm';
export { fitRbfSvm, rbfSvmScores, type RbfSvm } from './svm/rbfSvm';
export { fitDecisionTree, fitExtraTrees, fitRandomForest, predictForest, type TreeForest } from './trees/forest';
export { fitGradientBoosting } from './trees/gradientBoosting';
export {
  boostedMargins,
  fitHistogramBoosting,
  predictBoosted,
  type BoostedTrees,
  type HistogramBoostingOptions,
} from './trees/histogramBoosting';
export { packNodes, unpackNodes, type TreeNodes } from './trees/treeEnsemble';
