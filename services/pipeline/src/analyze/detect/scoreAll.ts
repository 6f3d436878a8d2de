import type { Store } from '../../store/store';
import type { ScoringThread } from './ScoringThread';
import { type Baseline, baselineOf } from './baseline';
import { type DetectorPart, type ScoringModel, combine } from './parts';
import { type Block, scoreBlock } from './scoreBlock';
import { streamHistories } from './streamHistories';
import { eachFeatures, featureCount } from './transactionFeatures';

/** Customers are scored together until they have so many rows. */
const blockRows = 4_096;

export interface ScoringJob {
  rows: number;
  onRow?: (done: number) => void;
  signal?: AbortSignal;
  /** that hold the same models; what they are too busy for is scored here */
  threads?: readonly ScoringThread[];
}

/** Raw scores of every transaction by each model, in the order of `ordered`. */
export async function scoreAll(
  store: Store,
  models: readonly ScoringModel[],
  population: Baseline,
  { rows, onRow, signal, threads = [] }: ScoringJob
): Promise<Float32Array[]> {
  const scores = models.map(() => new Float32Array(rows));
  const elsewhere = new Set<Promise<void>>();
  let lost: unknown;
  let values = new Float64Array(2 * blockRows * featureCount);
  let starts: number[] = [];
  let filled = 0;
  let taken = 0;
  let done = 0;
  const keep = (found: readonly Float32Array[], first: number): void => {
    found.forEach((part, i) => scores[i]!.set(part, first));
    onRow?.((done += found[0]!.length));
  };
  const flush = (): void => {
    const first = taken;
    const block: Block = { values: values.subarray(0, filled * featureCount), starts };
    taken += filled;
    filled = 0;
    starts = [];
    const thread = threads.find(({ isFree }) => isFree);
    if (!thread) {
      keep(scoreBlock(models, block), first);
      return;
    }
    const answered = thread.score({ ...block, values: block.values.slice() }).then(
      (found) => keep(found, first),
      (error: unknown) => void (lost ??= error)
    );
    elsewhere.add(answered);
    void answered.then(() => elsewhere.delete(answered));
  };
  for await (const { history } of streamHistories(store, signal)) {
    const needed = (filled + history.count) * featureCount;
    if (needed > values.length) {
      const larger = new Float64Array(needed);
      larger.set(values.subarray(0, filled * featureCount));
      values = larger;
    }
    starts.push(filled);
    eachFeatures(history, baselineOf(history, population), (_, features) =>
      values.set(features, filled++ * featureCount)
    );
    if (filled >= blockRows) {
      flush();
    }
  }
  if (filled > 0) {
    flush();
  }
  await Promise.all(elsewhere);
  if (lost) {
    throw lost;
  }
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
