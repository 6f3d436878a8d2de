import { sha256 } from '../files/sha256';
import { literal } from '../store/sqlText';
import type { Store } from '../store/store';
import { readSql } from './readSql';

const definitionKey = 'features_of';
/**
 * By what the rows of a customer are known again. Stored rows never change: one that is corrected leaves, and comes again under
 * the number of another ingest. A sum, not an XOR: there the ingest's share of an even number of rows cancels out.
 */
const rowPrint = 'count(*) AS row_count, sum(hash(ingest, seq)) AS row_sum';
/** Transactions whose features are computed at once: of more, DuckDB has to put parts on disk and reads them again. */
const rowsAtOnce = 2_500_000;

/**
 * Brings the table `customer_features` of the store up to date with the view `spend`: a customer whose rows are the same
 * as when its features were computed keeps them, only the others are computed anew, from all of their rows. So a day that
 * is added costs what its customers cost, late and corrected rows are met like new ones, and the result is that of
 * computing everything. Customers of many rows are computed part by part.
 *
 * @param atOnce rows of a part
 * @returns how many customers were computed
 */
export async function updateFeatures(store: Store, atOnce = rowsAtOnce): Promise<number> {
  const sql = readSql('customer_features');
  // Another time zone is another view, and other features.
  const { view } = await store.one<{ view: string }>(
    "SELECT sql AS view FROM duckdb_views() WHERE view_name = 'spend'"
  );
  const definition = sha256(`${sql}${view}${rowPrint}`);
  const known = await isOf(store, definition);
  if (!known) {
    await store.run(`CREATE OR REPLACE TABLE customer_features AS
      SELECT f.*, 0::BIGINT AS row_count, 0::HUGEINT AS row_sum FROM (${sql}) f LIMIT 0`);
    await store.run('INSERT OR REPLACE INTO meta VALUES ($1, $2)', [definitionKey, definition]);
  }
  await store.run(
    `CREATE OR REPLACE TABLE work.row_prints AS SELECT user_id, ${rowPrint} FROM transactions GROUP BY user_id`
  );
  await store.run(`CREATE OR REPLACE TABLE work.changed AS SELECT p.* FROM row_prints p
    ${known ? 'ANTI JOIN customer_features f ON f.user_id = p.user_id AND f.row_count = p.row_count AND f.row_sum = p.row_sum' : ''}`);
  const { changed, rows } = await store.one<{ changed: number; rows: number }>(
    'SELECT count(*) AS changed, coalesce(sum(row_count), 0)::BIGINT AS rows FROM changed'
  );
  const parts = Math.max(1, Math.ceil(rows / atOnce));
  await store.transaction(async () => {
    if (known) {
      await store.run(`DELETE FROM customer_features
        WHERE user_id IN (SELECT user_id FROM changed) OR user_id NOT IN (SELECT user_id FROM row_prints)`);
    }
    for (let part = 0; changed > 0 && part < parts; part++) {
      const inPart = (of: string): string => (parts === 1 ? 'true' : `hash(${of}.user_id) % ${parts} = ${part}`);
      const spend = known
        ? `SEMI JOIN (SELECT user_id FROM changed c WHERE ${inPart('c')}) c ON c.user_id = s.user_id`
        : `WHERE ${inPart('s')}`;
      // The file reads the name spend: here it is the spend of those customers only, unless they are all.
      const ofPart =
        known || parts > 1 ? `WITH spend AS MATERIALIZED (SELECT s.* FROM temp.main.spend s ${spend})` : '';
      await store.run(`INSERT INTO customer_features ${ofPart}
        SELECT f.*, c.row_count, c.row_sum FROM (${sql}) f JOIN changed c ON c.user_id = f.user_id`);
    }
  });
  return changed;
}

/** Forgets all features, so that the next update computes them anew. */
export async function forgetFeatures(store: Pick<Store, 'run'>): Promise<void> {
  await store.run(`DELETE FROM meta WHERE key = ${literal(definitionKey)}`);
}

async function isOf(store: Store, definition: string): Promise<boolean> {
  const [known] = await store.rows<{ value: string }>(`SELECT value FROM meta WHERE key = ${literal(definitionKey)}`);
  return known?.value === definition && (await store.hasTable('customer_features'));
}
