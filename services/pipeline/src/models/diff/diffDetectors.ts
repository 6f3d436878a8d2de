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
  { store, meta }: StoreReader,
  live: Detector,
  candidate: Detector,
  signal: AbortSignal
): Promise<Pick<ModelComparison, 'day' | 'metrics'>> {
  const { day, from } = await newestDay(store, meta.timeZone);
  await orderTransactions(store, meta.timeZone);
  await store.run(`CREATE OR REPLACE TABLE work.ordered AS SELECT * FROM ordered
    WHERE user_id IN (SELECT user_id FROM ordered WHERE seconds >= ${from}) ORDER BY rowid`);
  const { n } = await store.one<{ n: number }>('SELECT count(*) AS n FROM ordered');
  const newest = await store.rows<{ row: number }>(
    `SELECT rowid::DOUBLE AS row FROM ordered WHERE seconds >= ${from} ORDER BY rowid`
  );
  const scoresOf = async (detector: Detector): Promise<Float64Array> => {
    const models = detector.parts.map(({ model }) => model);
    const combined = combineAll(
      detector.parts,
      await scoreAll(store, models, detector.population, { rows: n, signal })
    );
    return Float64Array.from(newest, ({ row }) => calibrate(combined[row]!, detector.combination));
  };
  const metrics = compareVersions(
    { scores: await scoresOf(live), threshold: anomalyThreshold },
    { scores: await scoresOf(candidate), threshold: anomalyThreshold }
  );
  return { day, metrics };
}
