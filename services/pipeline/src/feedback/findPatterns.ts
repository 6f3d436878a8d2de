import { baselineOf } from '../analyze/detect/baseline';
import type { Baseline } from '../analyze/detect/baseline';
import { streamHistories } from '../analyze/detect/streamHistories';
import { eachFeatures } from '../analyze/detect/transactionFeatures';
import type { Store } from '../store/store';
import type { LabelledPatterns } from './labelledPatterns';
import type { JudgedRow } from './storeFeedback';

/** The judged transactions as the detectors see them. Nothing is read where nothing was judged. */
export async function findPatterns(
  store: Store,
  judged: readonly JudgedRow[],
  { population, scale }: { population: Baseline; scale: number[] }
): Promise<LabelledPatterns> {
  const verdicts = new Map(judged.map(({ row, verdict }) => [row, verdict]));
  const patterns: LabelledPatterns['patterns'] = [];
  if (judged.length > 0) {
    const rows = Float64Array.from(verdicts.keys()).sort();
    let next = 0;
    for await (const { history, first } of streamHistories(store)) {
      if (next < rows.length && rows[next]! < first + history.count) {
        eachFeatures(history, baselineOf(history, population), (row, features) => {
          const verdict = verdicts.get(first + row);
          if (verdict) {
            patterns.push({ features: Array.from(features, (value) => Math.round(value * 1e4) / 1e4), verdict });
            next++;
          }
        });
      }
    }
  }
  return { scale, patterns };
}
