import { type StateFolder, openStateFolder } from '../stateFolder';
import { type StoreMeta, readMeta } from '../store/schema';
import { Store } from '../store/store';
import { UserError } from '../userError';

export interface StoreReader {
  store: Store;
  folder: StateFolder;
  meta: StoreMeta;
}

/** Opens the store of what was ingested for a command that only reads, and closes it; no Elasticsearch is needed. */
export async function withStore<T>(
  { stateDir, signal }: { stateDir?: string; signal: AbortSignal },
  work: (reader: StoreReader) => Promise<T>
): Promise<T> {
  const folder = openStateFolder(stateDir);
  const store = await Store.open(folder);
  const interrupt = (): void => store.interrupt();
  signal.addEventListener('abort', interrupt);
  try {
    const meta = await readMeta(store);
    if (!meta.world) {
      throw new UserError('Nothing has been ingested yet.', 'Run "spendscope ingest" first.');
    }
    return await work({ store, folder, meta: meta as StoreMeta });
  } finally {
    signal.removeEventListener('abort', interrupt);
    store.close();
  }
}
