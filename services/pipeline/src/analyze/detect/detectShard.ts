import { indices } from '@spendscope/contracts';
import { anomalyEntriesSql } from '../../documents/rowDocuments';
import { sendEntries } from '../../documents/sendEntries';
import { honourErasures } from '../../erasures/honourErasures';
import { readFeedback } from '../../feedback/readFeedback';
import { storeFeedback } from '../../feedback/storeFeedback';
import { detectorName, loadDetector } from '../../models/detectorModel';
import { registryOf } from '../../models/registry';
import { DocumentsHash } from '../../runs/documentsHash';
import type { JobContext } from '../../runs/runJob';
import { readMeta } from '../../store/schema';
import { storedRows } from '../../store/storedRows';
import { UserError } from '../../userError';
import { collectAnomalies } from './collectAnomalies';
import { combineAll, scoreAll } from './scoreAll';
import type { Shard } from './shard';
import { orderTransactions } from './streamHistories';
import { floorOf } from './trainDetector';

/**
 * Scores the loaded transactions of a shard's customers by the live model and writes those at or above the floor. Customers are
 * judged by their own history alone, so that the shards' documents are those of the whole, in whatever order they are made.
 * Trains nothing, and removes nothing that an earlier model had found.
 * @returns anomalies written
 * @throws UserError where nothing is loaded or no model is live
 */
export async function detectShard(context: JobContext, shard: Shard, at: Date): Promise<number> {
  const { store, client, folder, run, progress, signal } = context;
  await honourErasures(context);
  const { world, timeZone } = await readMeta(store);
  if (!world || !timeZone) {
    throw new UserError('Nothing has been ingested yet.', 'Run "spendscope ingest" first.');
  }
  const detector = await loadDetector(registryOf(folder));
  const tables = (await storedRows(store)).map((table) => ({ kind: 'table' as const, ...table }));
  const model = { kind: 'file' as const, name: detectorName, content_hash: `sha256:${detector.contentHash}` };
  run.reads([...tables, model], { shard: `${shard.index}/${shard.of}` });
  await run.stage('Order by customer', () => orderTransactions(store, timeZone, shard));
  const { rows } = await store.one<{ rows: number }>('SELECT count(*) AS rows FROM ordered');
  run.know({ world, time_zone: timeZone, read: rows });
  if (rows === 0) {
    progress.note(`No customer with transactions belongs to shard ${shard.index}/${shard.of}.`);
    return 0;
  }
  const judged = await storeFeedback(store, await readFeedback(client, at));
  const onRow = (done: number): void => progress.update('Scoring', done, rows);
  const rawScores = await run.stage('Score', () =>
    scoreAll(
      store,
      detector.parts.map((part) => part.model),
      detector.population,
      { rows, signal, onRow }
    )
  );
  const scores = { rawScores, combined: combineAll(detector.parts, rawScores), floor: floorOf(detector.combination) };
  await run.stage('Reasons', () => collectAnomalies(store, detector, { ...scores, judged, signal }));
  const hash = new DocumentsHash([run.id, at.toISOString()]);
  await run.stage('Write anomalies', () =>
    sendEntries(store, client, anomalyEntriesSql({ runId: run.id, at }), { hash, signal })
  );
  const { name } = indices.anomalies;
  run.made({ kind: 'index', name, documents: hash.documents, content_hash: hash.toString() });
  run.know({ written: hash.documents });
  run.measured({ transactions: rows, anomalies: hash.documents });
  return hash.documents;
}
