import type { JobContext } from '../runs/runJob';
import type { Store } from '../store/store';
import { readErasures } from './readErasures';

type ErasureContext = Pick<JobContext, 'store' | 'client' | 'run'>;

/**
 * Before a job reads or publishes anything: lays the tokens of erased people out as `work.erased`, and deletes what the
 * store still keeps of them, so that no run brings back what the API erased. Nothing is there to do where nobody was.
 */
export async function honourErasures({ store, client, run }: ErasureContext): Promise<void> {
  const erased = await readErasures(client);
  await store.run('CREATE OR REPLACE TABLE work.erased (token VARCHAR PRIMARY KEY)');
  if (erased.size === 0) {
    return;
  }
  const appender = await store.appender('erased');
  for (const token of erased) {
    appender.appendVarchar(token);
    appender.endRow();
  }
  appender.closeSync();
  await run.stage(
    'Erasures',
    () => eraseFromStore(store),
    (rows) => `${erased.size} people, ${rows} rows deleted from the store`
  );
}

/** In every table that knows customers, whatever it is for; the space goes back to the file. */
async function eraseFromStore(store: Store): Promise<number> {
  const tables = await store.rows<{ name: string }>(
    `SELECT DISTINCT table_name AS name FROM duckdb_tables() JOIN duckdb_columns() USING (database_name, table_name)
     WHERE database_name <> 'work' AND column_name = 'user_id' ORDER BY name`
  );
  let rows = 0;
  for (const { name } of tables) {
    rows += await store.change(`DELETE FROM ${name} WHERE user_id IN (SELECT token FROM erased)`);
  }
  if (rows > 0) {
    await store.run('CHECKPOINT');
  }
  return rows;
}
