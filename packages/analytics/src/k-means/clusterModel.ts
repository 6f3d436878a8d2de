import { AnalyticsError } from '../analyticsError';
import { featureNames } from '../featureNames';
import type { Matrix } from '../matrix';
import { standardize, type Standardizer } from '../preprocessing/standardize';
import type { KMeansResult } from './kmeans';
import { nearestCentres } from './nearestCentres';

/** A clustering that can be kept as JSON and asked later: the preparation of the columns and the centres it led to. */
export interface ClusterModel {
  kind: 'kmeans';
  version: 1;
  features: string[];
  standardizer: Standardizer;
  /** one centre a row, in prepared units */
  centres: number[][];
}

export function clusterModel(result: KMeansResult, standardizer: Standardizer, names: readonly string[]): ClusterModel {
  const features = featureNames(result.columns, names);
  const centres = Array.from({ length: result.k }, (_, c) => [
    ...result.centres.subarray(c * result.columns, (c + 1) * result.columns),
  ]);
  return { kind: 'kmeans', version: 1, features, standardizer, centres };
}

/** Checks a model that was read from a file. */
export function clusterModelFromJSON(json: ClusterModel): ClusterModel {
  if (json.kind !== 'kmeans' || json.version !== 1) {
    throw new AnalyticsError('version', `This is not a k-means model of version 1: ${json.kind} ${json.version}.`);
  }
  return json;
}

/** The cluster of each row of raw (not yet prepared) values. */
export function assignClusters(m: Matrix, model: ClusterModel): Int32Array {
  return nearestCentres(standardize(m, model.standardizer), Float64Array.from(model.centres.flat()));
}
