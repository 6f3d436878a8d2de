import { setImmediate } from 'node:timers/promises';
import { Autoencoder, IsolationForest, type Matrix, Random, matrixRows } from '@spendscope/analytics';
import { transactionFeatureNames } from './transactionFeatures';

export interface TrainedModels {
  isolation_forest: IsolationForest;
  autoencoder: Autoencoder;
}

/** Rows that a network learns from; more made it slower, not better. */
const networkRows = 20_000;
/** How many times the expected share of anomalies is kept from a network. */
const cleaning = 3;

/** Fits every model that judges single rows, on rows of a random sample. */
export async function trainParts(
  sample: Matrix,
  options: { seed: number; contamination: number; onEpoch?: (epoch: number) => void; signal?: AbortSignal }
): Promise<TrainedModels> {
  const { seed, contamination, onEpoch, signal } = options;
  const forest = IsolationForest.fit(sample, { seed, features: transactionFeatureNames });
  const autoencoder = await Autoencoder.fit(ordinaryRows(sample, forest, contamination, seed), {
    seed,
    hidden: [9, 5, 9],
    epochs: 30,
    features: transactionFeatureNames,
    onEpoch: async (epoch) => {
      onEpoch?.(epoch + 1);
      await setImmediate();
      signal?.throwIfAborted();
    },
  });
  return { isolation_forest: forest, autoencoder };
}

/**
 * Some rows without those that the forest finds strangest: a network that has seen the anomalies learns to give them
 * back.
 */
function ordinaryRows(sample: Matrix, forest: IsolationForest, contamination: number, seed: number): Matrix {
  const rows = matrixRows(sample, someRows(sample.rows, seed));
  const scores = forest.score(rows);
  const sorted = scores.slice().sort();
  const limit = sorted[Math.ceil(rows.rows * (1 - Math.min(cleaning * contamination, 0.5))) - 1]!;
  return matrixRows(
    rows,
    Array.from(scores.keys()).filter((row) => scores[row]! <= limit)
  );
}

/** Distinct row numbers at random; all of them where there are no more than a network needs. */
function someRows(rows: number, seed: number): Uint32Array {
  const order = Uint32Array.from({ length: rows }, (_, i) => i);
  const random = new Random(seed, 2);
  const count = Math.min(rows, networkRows);
  for (let i = 0; i < count; i++) {
    const j = i + random.int(rows - i);
    const picked = order[j]!;
    order[j] = order[i]!;
    order[i] = picked;
  }
  return order.subarray(0, count);
}
