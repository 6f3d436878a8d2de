import {
  Autoencoder,
  IsolationForest,
  Lstm,
  type Matrix,
  fitHistogramBoosting,
  fitLogistic,
  kmeans,
  sampledSilhouette,
} from '@spendscope/analytics';
import { mixedFactors } from '../autoencoder';
import { makeFeatures } from '../features';
import { normals } from '../iforest';
import { clustered } from '../kmeans';
import { waves } from '../lstm';
import { classificationData } from '../peers/classificationData';
import { groups } from '../silhouette';

export interface Probed {
  /** MiB */
  peak: number;
  /** MiB of the rows themselves */
  data: number;
}

const bytesOf = ({ data }: Matrix): number => data.byteLength;
const steps = 20;

/** Our side of each benchmark, once, on so many rows; answers the bytes of those rows. */
export const workloads = {
  iforest: (rows: number) => {
    const m = normals(rows);
    IsolationForest.fit(m, { seed: 1 }).score(m);
    return bytesOf(m);
  },
  kmeans: (rows: number) => {
    const m = clustered(rows, 3);
    kmeans(m, { k: 6, seed: 1, starts: 1 });
    return bytesOf(m);
  },
  silhouette: (rows: number) => {
    const m = groups(rows);
    const { labels } = kmeans(m, { k: 6, seed: 1, starts: 1 });
    sampledSilhouette(m, labels, { size: Math.min(rows, 10_000), seed: 0 });
    return bytesOf(m);
  },
  gbdt: (rows: number) => {
    const { m, labels } = classificationData(rows, 14);
    fitHistogramBoosting(m, labels, { trees: 10 });
    return bytesOf(m);
  },
  logreg: (rows: number) => {
    const { m, labels } = classificationData(rows, 14);
    fitLogistic(m, labels);
    return bytesOf(m);
  },
  autoencoder: async (rows: number) => {
    const m = mixedFactors(rows);
    (await Autoencoder.fit(m, { seed: 1, hidden: [10, 5, 10], epochs: 1, batch: 128, learningRate: 0.003 })).score(m);
    return bytesOf(m);
  },
  /** Rows are steps of sequences. */
  lstm: async (rows: number) => {
    const count = Math.ceil(rows / steps);
    const sequences = { m: waves(count), starts: Array.from({ length: count }, (_, i) => i * steps) };
    (await Lstm.fit(sequences, { seed: 1, hidden: 32, longest: steps, epochs: 1, batch: 128, learningRate: 0.003 })).score(sequences); // prettier-ignore
    return bytesOf(sequences.m);
  },
  /** Of transactions: 13 columns that a feature reads. */
  features: async (rows: number) => {
    await makeFeatures(rows);
    return rows * 13 * 8;
  },
} satisfies Record<string, (rows: number) => number | Promise<number>>;
