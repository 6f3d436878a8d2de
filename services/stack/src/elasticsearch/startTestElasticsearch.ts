import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { freePort } from '../process/freePort';
import { type RunningElasticsearch, startElasticsearch } from './startElasticsearch';

export interface TestElasticsearch extends RunningElasticsearch {
  stateDir: string;
  /** Starts it on the same port, data and users, after it was killed. */
  startAgain(): Promise<TestElasticsearch>;
}

/**
 * An Elasticsearch for one test run: its own empty state, a free port, a small heap. `stop` removes everything again.
 * As root its files lie under /var/lib, because a temporary folder may be closed to the user that it runs as.
 */
export async function startTestElasticsearch(
  onProgress?: (message: string) => void,
  signal?: AbortSignal
): Promise<TestElasticsearch> {
  const isRoot = process.getuid?.() === 0;
  const stateDir = mkdtempSync(join(tmpdir(), 'spendscope-test-'));
  const folder = isRoot ? join('/var/lib/spendscope', basename(stateDir), 'elasticsearch') : undefined;
  const port = await freePort();
  const removeAll = (): void => {
    rmSync(stateDir, { recursive: true, force: true });
    if (folder) {
      rmSync(join(folder, '..'), { recursive: true, force: true });
    }
  };
  const start = async (): Promise<TestElasticsearch> => {
    const running = await startElasticsearch({ stateDir, folder, port, heapMegabytes: 512, onProgress, signal });
    return {
      ...running,
      stateDir,
      startAgain: start,
      stop: async () => {
        await running.stop();
        removeAll();
      },
    };
  };
  try {
    return await start();
  } catch (error) {
    removeAll();
    throw error;
  }
}
