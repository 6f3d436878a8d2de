import type { Store } from './store';

/** Version of the store's tables; an older store is refused with the fix, never read wrongly. */
export const storeVersion = 1;

const traits = `grade VARCHAR, age INTEGER, sex VARCHAR, region VARCHAR, life_stage VARCHAR, children INTEGER,
  digital_member BOOLEAN, card_product VARCHAR`;

const tables = `
CREATE TABLE IF NOT EXISTS meta (key VARCHAR PRIMARY KEY, value VARCHAR);
CREATE TABLE IF NOT EXISTS customers (
  user_id VARCHAR PRIMARY KEY, ${traits}, joined_at TIMESTAMP, tenure_months DOUBLE, device VARCHAR, city_tier INTEGER,
  warehouse_distance DOUBLE, payment VARCHAR, app_hours DOUBLE, devices INTEGER, preferred_category VARCHAR,
  satisfaction INTEGER, marital_status VARCHAR, addresses INTEGER, complained BOOLEAN, order_growth DOUBLE,
  coupons DOUBLE, orders DOUBLE, days_since_order DOUBLE, cashback DOUBLE, churned BOOLEAN
);
CREATE TABLE IF NOT EXISTS transactions (
  ingest INTEGER, seq BIGINT, ts TIMESTAMP, transaction_id VARCHAR, order_id VARCHAR, user_id VARCHAR, amount DOUBLE,
  currency VARCHAR, type VARCHAR, category_large VARCHAR, category_mid VARCHAR, merchant VARCHAR, channel VARCHAR,
  ip VARCHAR, lat DOUBLE, lon DOUBLE, country VARCHAR
);
CREATE TABLE IF NOT EXISTS actions (
  ingest INTEGER, seq BIGINT, ts TIMESTAMP, action_id VARCHAR, user_id VARCHAR, action VARCHAR, device VARCHAR,
  ip VARCHAR, lat DOUBLE, lon DOUBLE, country VARCHAR
);
`;

export async function createSchema(store: Pick<Store, 'run'>): Promise<void> {
  await store.run(tables);
  await store.run(`INSERT OR IGNORE INTO meta VALUES ('version', '${storeVersion}')`);
}

/** What the rows in the store are about. */
export interface StoreMeta {
  world: string;
  timeZone: string;
  currency: string;
}

export async function readMeta(store: Store): Promise<Partial<StoreMeta>> {
  if (!(await store.hasTable('meta'))) {
    return {};
  }
  const rows = await store.rows<{ key: string; value: string }>('SELECT key, value FROM meta');
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
}

export async function writeMeta(store: Store, meta: StoreMeta): Promise<void> {
  for (const [key, value] of Object.entries(meta)) {
    await store.run('INSERT OR REPLACE INTO meta VALUES ($1, $2)', [key, value]);
  }
}
