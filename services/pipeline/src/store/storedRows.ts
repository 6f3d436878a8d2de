import type { Store } from './store';
import { type TableHash, tableHash } from './tableHash';

const tables = ['transactions', 'customers', 'actions', 'published_segments'];
/** How rows came in, which says nothing of what they are; and the id of the run that segments came from. */
const incidental = ['ingest', 'seq', 'run_id'];

/** What the store holds: its tables with the hashes of their rows. */
export async function storedRows(store: Store): Promise<({ name: string } & TableHash)[]> {
  const found: ({ name: string } & TableHash)[] = [];
  for (const name of tables) {
    if (await store.hasTable(name)) {
      found.push({ name, ...(await tableHash(store, name, incidental)) });
    }
  }
  return found;
}
