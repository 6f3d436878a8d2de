import { matrix } from '@spendscope/analytics';
import type { Store } from '../../store/store';
import { type Baseline, baselineOf } from './baseline';
import { type DetectorPart, type ScoringModel, combine } from './parts';
import { streamHistories } from './streamHistories';
import { eachFeatures, featureCount } from './transactionFeatures';

/** Customers are scored together until they have so many rows. */
const blockRows = 4_096;

/** Raw scores of every transaction by each model, in the order of `ordered`. */
export async function scoreAll(
  store: Store,
  models: readonly ScoringModel[],
  population: Baseline,
  { rows, onRow, signal }: { rows: number; onRow?: (done: number) => void; signal?: AbortSignal }
): Promise<Float32Array[]> {
  const scores = models.map(() => new Float32Array(rows));
  let block = new Float64Array(2 * blockRows * featureCount);
  let starts: number[] = [];
  let filled = 0;
  let done = 0;
  const flush = (): void => {
    if (filled > 0) {
      const customers = { m: matrix(block.subarray(0, filled * featureCount), featureCount), starts };
      models.forEach((model, i) => scores[i]!.set(model.score(customers), done));
      done += filled;
      filled = 0;
      starts = [];
      onRow?.(done);
    }
  };
  for await (const { history } of streamHistories(store, signal)) {
    const needed = (filled + history.count) * featureCount;
    if (needed > block.length) {
      const larger = new Float64Array(needed);
      larger.set(block.subarray(0, filled * featureCount));
      block = larger;
    }
    starts.push(filled);
    eachFeatures(history, baselineOf(history, population), (_, features) =>
      block.set(features, filled++ * featureCount)
    );
    if (filled >= blockRows) {
      flush();
    }
  }
  flush();
  return scores;
}

/** What the parts say together of every transaction. */
export function combineAll(parts: readonly DetectorPart[], rawScores: readonly Float32Array[]): Float32Array {
  const combined = new Float32Array(rawScores[0]!.length);
  for (let row = 0; row < combined.length; row++) {
    combined[row] = combine(parts, (part) => rawScores[part]![row]!);
  }
  return combined;
}
