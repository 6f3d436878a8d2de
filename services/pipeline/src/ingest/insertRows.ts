import { literal } from '../store/sqlText';
import type { Store } from '../store/store';
import type { CompiledEntity } from './compileEntity';
import type { EntityName, Mapping } from './mappingSchema';
import { networkKey } from './networks';
import { stagingTable } from './stageFile';

const traitColumns = [
  'age', 'sex', 'region', 'grade', 'life_stage', 'children', 'digital_member', 'card_product', 'joined_at',
  'tenure_months', 'device', 'city_tier', 'warehouse_distance', 'payment', 'app_hours', 'devices', 'preferred_category',
  'satisfaction', 'marital_status', 'addresses', 'complained', 'order_growth', 'coupons', 'orders', 'days_since_order',
  'cashback', 'churned',
]; // prettier-ignore

/** Moves valid staged rows into the store under tokens; returns how many. Rows with a known id replace the old ones. */
export async function insertRows(
  store: Store,
  entity: EntityName,
  compiled: CompiledEntity,
  ingest: number,
  mapping: Mapping
): Promise<number> {
  const has = (column: string): boolean => compiled.columns.includes(column);
  if (entity === 'customers') {
    return insertCustomers(store, traitColumns.filter(has));
  }
  const table = stagingTable(entity);
  const id = entity === 'transactions' ? 'transaction_id' : 'action_id';
  await store.run(`DELETE FROM ${entity} WHERE ${id} IN (SELECT ${id} FROM ${table} WHERE problem IS NULL)`);
  const column = (name: string, otherwise = 'NULL'): string => (has(name) ? `s.${name}` : otherwise);
  const values: Record<string, string> = {
    ts: 's.ts',
    [id]: `s.${id}`,
    user_id: 'tokens.token',
    ...(entity === 'transactions'
      ? transactionValues(column, mapping)
      : { action: 's.action', device: column('device') }),
    ip: has('ip') ? 'networks.cut' : 'NULL',
    lat: column('lat'),
    lon: column('lon'),
    country: has('ip') ? `coalesce(${column('country')}, networks.country)` : column('country'),
  };
  const networks = has('ip') ? `LEFT JOIN networks ON networks.key = ${networkKey('s.ip')}` : '';
  await store.run(
    `INSERT OR IGNORE INTO customers (user_id) SELECT DISTINCT token FROM tokens
     SEMI JOIN (SELECT customer FROM ${table} WHERE problem IS NULL) s ON s.customer = tokens.original`
  );
  const names = Object.keys(values);
  // In time order: a body of documents then goes to one month’s index, which writes its log once, not once a month.
  return store.change(`
    INSERT INTO ${entity} (ingest, seq, ${names.join(', ')})
    SELECT ${ingest}, row_number() OVER (), ${names.join(', ')}
    FROM (
      SELECT ${names.map((name) => `${values[name]} AS ${name}`).join(', ')}
      FROM ${table} s JOIN tokens ON tokens.original = s.customer ${networks}
      WHERE s.problem IS NULL
      ORDER BY s.ts, s.${id}
    )`);
}

function transactionValues(
  column: (name: string, otherwise?: string) => string,
  mapping: Mapping
): Record<string, string> {
  const byName = Object.fromEntries(
    ['order_id', 'category_large', 'category_mid', 'merchant', 'channel'].map((name) => [name, column(name)])
  );
  return {
    ...byName,
    amount: 's.amount',
    currency: `coalesce(${column('currency')}, ${literal(mapping.currency)})`,
    type: `coalesce(${column('type')}, CASE WHEN s.amount < 0 THEN 'refund' ELSE 'purchase' END)`,
  };
}

async function insertCustomers(store: Store, columns: readonly string[]): Promise<number> {
  const names = columns.length ? `, ${columns.join(', ')}` : '';
  return store.change(`
    INSERT OR REPLACE INTO customers (user_id${names})
    SELECT tokens.token${names.replaceAll(', ', ', s.')}
    FROM ${stagingTable('customers')} s JOIN tokens ON tokens.original = s.customer
    WHERE s.problem IS NULL`);
}
