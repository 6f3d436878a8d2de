import type { Store } from '../store/store';
import type { Feedback } from './readFeedback';
import type { Verdict } from './readVerdicts';

/** A judged transaction by its number in the table `ordered`. */
export interface JudgedRow {
  row: number;
  verdict: Verdict;
}

/**
 * Lays what people said out as the tables `verdicts` and `suppressed`, which documents are made from, and finds the judged
 * transactions among the loaded ones.
 */
export async function storeFeedback(store: Store, feedback: Feedback): Promise<JudgedRow[]> {
  await store.run('CREATE OR REPLACE TABLE work.suppressed (type VARCHAR, id VARCHAR, until VARCHAR)');
  const suppressed = await store.appender('suppressed');
  for (const { type, id, until } of feedback.suppressed) {
    suppressed.appendVarchar(type);
    suppressed.appendVarchar(id);
    suppressed.appendVarchar(until);
    suppressed.endRow();
  }
  suppressed.closeSync();
  return storeVerdicts(store, feedback.verdicts);
}

/** Fills the table `verdicts`; the judged rows of `ordered`. */
export async function storeVerdicts(store: Store, known: ReadonlyMap<string, Verdict>): Promise<JudgedRow[]> {
  await store.run('CREATE OR REPLACE TABLE work.verdicts (id VARCHAR, verdict VARCHAR)');
  const verdicts = await store.appender('verdicts');
  for (const [id, verdict] of known) {
    verdicts.appendVarchar(id);
    verdicts.appendVarchar(verdict);
    verdicts.endRow();
  }
  verdicts.closeSync();
  return store.rows<JudgedRow>(
    'SELECT o.rowid AS row, v.verdict FROM ordered o JOIN verdicts v ON v.id = o.transaction_id ORDER BY o.rowid'
  );
}
