import type { Store } from '../store/store';
import type { EntityName } from './mappingSchema';
import { stagingTable } from './stageFile';

export const idColumns: Record<EntityName, string> = {
  transactions: 'transaction_id',
  customers: 'customer',
  actions: 'action_id',
};

/** Of valid rows with the same id the first stays; the others get the problem. Returns how many. */
export async function markDuplicates(store: Store, entity: EntityName, problem: number): Promise<number> {
  const table = stagingTable(entity);
  const id = idColumns[entity];
  await store.run(`CREATE OR REPLACE TABLE work.repeated AS
    SELECT ${id} AS id, min(file * 1e12 + ordinal) AS first FROM ${table} WHERE problem IS NULL
    GROUP BY ${id} HAVING count(*) > 1`);
  const marked = await store.change(`UPDATE ${table} SET problem = ${problem}, bad = left(${id}, 256) FROM repeated
    WHERE problem IS NULL AND ${table}.${id} = repeated.id AND file * 1e12 + ordinal > repeated.first`);
  await store.run('DROP TABLE repeated');
  return marked;
}
