import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadPreset } from '../ingest/loadMapping';
import { sourceFolder } from '../sourceFolder';
import { createSchema, writeMeta } from '../store/schema';
import { identifier, literal } from '../store/sqlText';
import type { Store } from '../store/store';

/** The Kaggle table; it is not part of the repository and lies in SPENDSCOPE_DATA, else in `shared/data` beside it. */
export function churnTableFile(): string | undefined {
  const folder = process.env.SPENDSCOPE_DATA ?? join(sourceFolder, '../../../../shared/data');
  const file = join(folder, 'ecommerce-churn.csv.gz');
  return existsSync(file) ? file : undefined;
}

/** Puts the table's customers into the store as the preset maps them, without an ingest and its Elasticsearch. */
export async function storeChurnTable(store: Store, file: string): Promise<void> {
  await createSchema(store);
  const { world, timeZone, currency, customers } = loadPreset('ecommerce-churn');
  await writeMeta(store, { world, timeZone, currency });
  const fields = Object.entries(customers!.fields).map(([field, source]) => ({
    field,
    column: typeof source === 'string' ? source : (source as { column: string }).column,
  }));
  await store.run(`INSERT INTO customers (${fields.map(({ field }) => identifier(field)).join(', ')})
    SELECT ${fields.map(({ column }) => identifier(column)).join(', ')} FROM read_csv(${literal(file)}, header = true)`);
}
