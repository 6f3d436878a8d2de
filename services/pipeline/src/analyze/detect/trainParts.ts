import { setImmediate } from 'node:timers/promises';
import {
  Autoencoder,
  IsolationForest,
  Lstm,
  type Matrix,
  Random,
  type Sequences,
  TailEvidence,
  matrixRows,
  shuffleFirst,
} from '@spendscope/analytics';
import type { DetectorName } from '@spendscope/contracts';
import { transactionFeatureNames, transactionFeatureSides } from './transactionFeatures';

export interface TrainedModels {
  /** what the models take instead of the features */
  evidence: TailEvidence;
  isolation_forest: IsolationForest;
  autoencoder: Autoencoder;
  lstm: Lstm;
}

export interface TrainingSamples {
  rows: Matrix;
  /** stretches of customers' sequences */
  sequences: Sequences;
}

export interface PartsOptions {
  seed: number;
  contamination: number;
  onEpoch?: (network: DetectorName, epoch: number) => void;
  signal?: AbortSignal;
}

/** Rows that the autoencoder learns from; more made it slower, not better. */
const networkRows = 20_000;
/** How many times the expected share of anomalies is kept from a network, which would learn to give them back. */
const cleaning = 3;

/** Fits every detector, the networks without what the forest finds strangest. */
export async function trainParts(features: TrainingSamples, options: PartsOptions): Promise<TrainedModels> {
  const { seed } = options;
  const evidence = TailEvidence.fit(features.rows, transactionFeatureSides);
  const samples: TrainingSamples = {
    rows: evidence.of(features.rows),
    sequences: { ...features.sequences, m: evidence.of(features.sequences.m) },
  };
  const names = transactionFeatureNames;
  const forest = IsolationForest.fit(samples.rows, { seed, features: names });
  const rows = matrixRows(samples.rows, someRows(samples.rows.rows, seed));
  const suspected = suspectedRows(forest, rows, options.contamination);
  const autoencoder = await Autoencoder.fit(
    matrixRows(
      rows,
      Array.from(suspected.keys()).filter((row) => suspected[row] === 0)
    ),
    {
      seed,
      features: names,
      commonUnits: true,
      hidden: [9, 5, 9],
      epochs: 30,
      onEpoch: onEpoch('autoencoder', options),
    }
  );
  const lstm = await Lstm.fit(samples.sequences, {
    ...{ seed, features: names, commonUnits: true, hidden: 16, epochs: 8, batch: 32, learningRate: 0.005 },
    skip: suspectedRows(forest, samples.sequences.m, options.contamination),
    onEpoch: onEpoch('lstm', options),
  });
  return { evidence, isolation_forest: forest, autoencoder, lstm };
}

/** Lets signals through between epochs. */
function onEpoch(network: DetectorName, { onEpoch: tell, signal }: PartsOptions): (epoch: number) => Promise<void> {
  return async (epoch) => {
    tell?.(network, epoch + 1);
    await setImmediate();
    signal?.throwIfAborted();
  };
}

/** 1 for the rows that the forest finds strangest, some times as many as there should be anomalies. */
function suspectedRows(forest: IsolationForest, rows: Matrix, contamination: number): Uint8Array {
  const scores = forest.score(rows);
  const sorted = scores.toSorted();
  const limit = sorted[Math.ceil(rows.rows * (1 - Math.min(cleaning * contamination, 0.5))) - 1]!;
  return Uint8Array.from(scores, (score) => (score > limit ? 1 : 0));
}

/** Distinct row numbers at random; all of them where there are no more than a network needs. */
function someRows(rows: number, seed: number): Uint32Array {
  const order = Uint32Array.from({ length: rows }, (_, i) => i);
  return shuffleFirst(order, networkRows, new Random(seed, 2)).subarray(0, networkRows);
}
