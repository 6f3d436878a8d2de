import { type Calibration, IsolationForest, Random, calibrate, fitCalibration, matrix } from '@spendscope/analytics';
import { anomalyFloor, defaultContamination } from '@spendscope/contracts';
import type { Store } from '../../store/store';
import { type Baseline, baselineOf } from './baseline';
import { streamHistories } from './streamHistories';
import { eachFeatures, featureCount, transactionFeatureNames } from './transactionFeatures';

/** Rows that trees draw their samples from: 100 trees × 256 rows need no more to be independent enough. */
const trainingRows = 100_000;
const blockRows = 4_096;

export interface TrainedDetector {
  forest: IsolationForest;
  calibration: Calibration;
  population: Baseline;
  /** raw score of every transaction, in the order of `ordered` */
  rawScores: Float32Array;
  /** least raw score whose calibrated score reaches the floor */
  rawFloor: number;
}

/** Fits the forest on a seeded sample, scores every transaction, and calibrates on all of them. Two passes. */
export async function trainDetector(
  store: Store,
  options: { rows: number; seed: number; contamination?: number; onRow?: (done: number) => void; signal?: AbortSignal }
): Promise<TrainedDetector> {
  const population = await populationBaseline(store);
  const sample = await sampleFeatures(store, population, options);
  const forest = IsolationForest.fit(matrix(sample, featureCount), {
    seed: options.seed,
    features: transactionFeatureNames,
  });
  const rawScores = await scoreAll(store, forest, population, options);
  const calibration = fitCalibration(rawScores, options.contamination ?? defaultContamination);
  return { forest, calibration, population, rawScores, rawFloor: floorOf(calibration) };
}

async function populationBaseline(store: Store): Promise<Baseline> {
  const log = 'log10(1 + abs(amount))';
  const { middle, deviation } = await store.one<{ middle: number; deviation: number }>(
    `WITH m AS (SELECT median(${log}) AS middle FROM ordered)
     SELECT any_value(m.middle) AS middle, median(abs(${log} - m.middle)) AS deviation FROM ordered, m`
  );
  const { gap, hour } = await store.one<{ gap: number | null; hour: number }>(
    `SELECT median(gap) AS gap, (SELECT atan2(avg(sin(hour * pi() / 12)), avg(cos(hour * pi() / 12))) FROM ordered) * 12 / pi() AS hour
     FROM (SELECT (seconds - lag(seconds) OVER (PARTITION BY user_id ORDER BY seconds)) / 60 AS gap FROM ordered)
     WHERE gap > 0`
  );
  return {
    logAmount: middle,
    logSigma: Math.max(1.4826 * deviation, 0.1),
    hour: (hour + 24) % 24,
    gapMinutes: gap ?? 7 * 24 * 60,
  };
}

/** Reservoir sampling (Vitter's algorithm R): every transaction has the same chance, in one pass. */
async function sampleFeatures(
  store: Store,
  population: Baseline,
  { rows, seed, signal }: { rows: number; seed: number; signal?: AbortSignal }
): Promise<Float64Array> {
  const kept = Math.min(rows, trainingRows);
  const sample = new Float64Array(kept * featureCount);
  const random = new Random(seed, 1);
  let met = 0;
  for await (const { history } of streamHistories(store, signal)) {
    eachFeatures(history, baselineOf(history, population), (_, features) => {
      const place = met < kept ? met : random.int(met + 1);
      if (place < kept) {
        sample.set(features, place * featureCount);
      }
      met++;
    });
  }
  return sample;
}

async function scoreAll(
  store: Store,
  forest: IsolationForest,
  population: Baseline,
  { rows, onRow, signal }: { rows: number; onRow?: (done: number) => void; signal?: AbortSignal }
): Promise<Float32Array> {
  const scores = new Float32Array(rows);
  const block = new Float64Array(blockRows * featureCount);
  let filled = 0;
  let done = 0;
  const flush = (): void => {
    if (filled > 0) {
      scores.set(forest.score(matrix(block.subarray(0, filled * featureCount), featureCount)), done);
      done += filled;
      filled = 0;
      onRow?.(done);
    }
  };
  for await (const { history } of streamHistories(store, signal)) {
    eachFeatures(history, baselineOf(history, population), (_, features) => {
      block.set(features, filled * featureCount);
      if (++filled === blockRows) {
        flush();
      }
    });
  }
  flush();
  return scores;
}

/** By bisection: calibration is monotone. */
function floorOf(calibration: Calibration): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (calibrate(middle, calibration) >= anomalyFloor) {
      high = middle;
    } else {
      low = middle;
    }
  }
  return high;
}
