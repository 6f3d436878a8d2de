import { calibrate } from '@spendscope/analytics';
import { type ModelComparison, anomalyThreshold } from '@spendscope/contracts';
import { combineAll, scoreAll } from '../../analyze/detect/scoreAll';
import { orderTransactions } from '../../analyze/detect/streamHistories';
import type { StoreReader } from '../../runs/withStore';
import type { Detector } from '../detectorModel';
import { compareVersions } from './compareVersions';
import { newestDay } from './newestDay';

/**
 * Scores the newest day's transactions by both detectors, each with the whole history of the customers who bought on it;
 * before what people judged lowers them.
 */
export async function diffDetectors(
  { store, meta }: Pick<StoreReader, 'store' | 'meta'>,
  live: Detector,
  candidate: Detector,
  signal: AbortSignal
): Promise<Pick<ModelComparison, 'day' | 'metrics'>> {
  const { day, from } = await newestDay(store, meta.timeZone);
  const [before, after] = (await scoresSince({ store, meta }, [live, candidate], from, signal)).scores;
  const metrics = compareVersions(
    { scores: before!, threshold: anomalyThreshold },
    { scores: after!, threshold: anomalyThreshold }
  );
  return { day, metrics };
}

/**
 * Calibrated scores of the transactions from an instant on, by each detector, in the order of `ordered`, which holds all
 * transactions of the customers who bought since. `places` are their rows there.
 *
 * @param from seconds since 1970
 */
export async function scoresSince(
  { store, meta }: Pick<StoreReader, 'store' | 'meta'>,
  detectors: readonly Detector[],
  from: number,
  signal: AbortSignal
): Promise<{ places: number[]; scores: Float64Array[] }> {
  await orderTransactions(store, meta.timeZone);
  await store.run(`CREATE OR REPLACE TABLE work.ordered AS SELECT * FROM ordered
    WHERE user_id IN (SELECT user_id FROM ordered WHERE seconds >= ${from}) ORDER BY rowid`);
  const { n } = await store.one<{ n: number }>('SELECT count(*) AS n FROM ordered');
  const newest = await store.rows<{ row: number }>(
    `SELECT rowid::DOUBLE AS row FROM ordered WHERE seconds >= ${from} ORDER BY rowid`
  );
  const places = newest.map(({ row }) => row);
  const scores: Float64Array[] = [];
  for (const { parts, population, combination } of detectors) {
    const models = parts.map(({ model }) => model);
    const combined = combineAll(parts, await scoreAll(store, models, population, { rows: n, signal }));
    scores.push(Float64Array.from(places, (row) => calibrate(combined[row]!, combination)));
  }
  return { places, scores };
}
