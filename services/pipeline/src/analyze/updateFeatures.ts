import { sha256 } from '../files/sha256';
import { literal } from '../store/sqlText';
import type { Store } from '../store/store';
import { readSql } from './readSql';

const definitionKey = 'features_of';
/** The newest ingest whose rows the features know. */
const ingestKey = 'features_until_ingest';
/** Transactions whose features are computed at once: of more, DuckDB has to put parts on disk and reads them again. */
const rowsAtOnce = 2_500_000;

/**
 * Brings the table `customer_features` of the store up to date with the view `spend`: a customer whose rows are the same
 * as when its features were computed keeps them, only the others are computed anew, from all of their rows. So a day that
 * is added costs what its customers cost, late and corrected rows are met like new ones, and the result is that of
 * computing everything. Customers of many rows are computed part by part.
 *
 * Rows come only with an ingest of a higher number, all of one at once, and never change: one that is corrected leaves, and
 * comes again with another ingest. So a customer's rows are the same where none is of a newer ingest and none has left.
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
  const definition = sha256(`${sql}${view}${ingestKey}`);
  const until = (await read(store, definitionKey)) === definition ? await read(store, ingestKey) : undefined;
  const known = until !== undefined && (await store.hasTable('customer_features'));
  const { rows, newest } = await store.one<{ rows: number; newest: number }>(
    'SELECT count(*) AS rows, coalesce(max(ingest), 0) AS newest FROM transactions'
  );
  const changed = known ? await findChanged(store, Number(until)) : undefined;
  const parts = Math.ceil((changed?.rows ?? rows) / atOnce);
  await store.transaction(async () => {
    if (changed) {
      await store.run(`DELETE FROM customer_features
        WHERE user_id IN (SELECT user_id FROM changed) OR user_id NOT IN (SELECT user_id FROM row_counts)`);
    } else {
      await store.run(`CREATE OR REPLACE TABLE customer_features AS SELECT f.* FROM (${sql}) f LIMIT 0`);
    }
    for (let part = 0; part < parts; part++) {
      const inPart = (of: string): string => (parts === 1 ? 'true' : `hash(${of}.user_id) % ${parts} = ${part}`);
      const spend = changed
        ? `SEMI JOIN (SELECT user_id FROM changed c WHERE ${inPart('c')}) c ON c.user_id = s.user_id`
        : `WHERE ${inPart('s')}`;
      // The file reads the name spend: here it is the spend of those customers only, unless they are all.
      const ofPart =
        changed || parts > 1 ? `WITH spend AS MATERIALIZED (SELECT s.* FROM temp.main.spend s ${spend})` : '';
      await store.run(`INSERT INTO customer_features ${ofPart} SELECT f.* FROM (${sql}) f`);
    }
    await keep(store, definitionKey, definition);
    await keep(store, ingestKey, String(newest));
  });
  return changed?.customers ?? (await store.one<{ n: number }>('SELECT count(*) AS n FROM customer_features')).n;
}

/** Fills the tables `row_counts` of all customers and `changed` of those with other rows than their features know. */
async function findChanged(store: Store, until: number): Promise<{ customers: number; rows: number }> {
  await store.run(`CREATE OR REPLACE TABLE work.row_counts AS
    SELECT user_id, count(*) AS rows, count(*) FILTER (ingest <= ${until}) AS rows_until FROM transactions GROUP BY user_id`);
  await store.run(`CREATE OR REPLACE TABLE work.changed AS SELECT r.* FROM row_counts r
    ANTI JOIN customer_features f ON f.user_id = r.user_id AND r.rows = r.rows_until AND f.transactions = r.rows`);
  return store.one<{ customers: number; rows: number }>(
    'SELECT count(*) AS customers, coalesce(sum(rows), 0)::BIGINT AS rows FROM changed'
  );
}

/** Forgets all features, so that the next update computes them anew. */
export async function forgetFeatures(store: Pick<Store, 'run'>): Promise<void> {
  await store.run(`DELETE FROM meta WHERE key = ${literal(definitionKey)}`);
}

async function read(store: Store, key: string): Promise<string | undefined> {
  const [known] = await store.rows<{ value: string }>(`SELECT value FROM meta WHERE key = ${literal(key)}`);
  return known?.value;
}

const keep = (store: Store, key: string, value: string): Promise<void> =>
  store.run('INSERT OR REPLACE INTO meta VALUES ($1, $2)', [key, value]);
