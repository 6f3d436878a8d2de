import type { Run } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { connectElasticsearch } from '../elasticsearch';
import { type Progress, createProgress } from '../progress';
import { type StateFolder, openStateFolder } from '../stateFolder';
import { Store } from '../store/store';
import { describeError } from './describeError';
import { RunRecorder } from './runRecorder';

export interface JobContext {
  store: Store;
  client: ElasticClient;
  folder: StateFolder;
  run: RunRecorder;
  progress: Progress;
  signal: AbortSignal;
}

export interface JobOptions {
  stateDir?: string;
  signal: AbortSignal;
  memoryLimit?: string;
}

/** Opens what a job needs, records its run from start to end whatever happens, and closes everything. */
export async function runJob(
  kind: Run['kind'],
  { stateDir, signal, memoryLimit }: JobOptions,
  work: (context: JobContext) => Promise<void>
): Promise<void> {
  const client = await connectElasticsearch();
  const folder = openStateFolder(stateDir);
  const store = await Store.open(folder, { memoryLimit });
  const progress = createProgress();
  const interrupt = (): void => store.interrupt();
  signal.addEventListener('abort', interrupt);
  try {
    const run = await RunRecorder.start(client, kind, {
      note: (line) => progress.note(line),
      folder: folder.runs,
    });
    try {
      await work({ store, client, folder, run, progress, signal });
      progress.pause();
      await run.end('succeeded');
    } catch (error) {
      progress.pause();
      const status = signal.aborted ? 'cancelled' : 'failed';
      // The first error is what the user has to see, also where Elasticsearch is gone by now.
      await run.end(status, describeError(error).message).catch(() => {});
      throw error;
    }
  } finally {
    signal.removeEventListener('abort', interrupt);
    store.close();
    await client.close();
  }
}
