import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Run } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { silentProgress } from '../progress';
import type { JobContext } from '../runs/runJob';
import { RunRecorder } from '../runs/runRecorder';
import { type StateFolder, openStateFolder } from '../stateFolder';
import { Store } from '../store/store';

/** Tokens decide the order of customers, and that what a sample holds: with a key of chance no figure would come twice. */
const tokenKey = '5d'.repeat(32);

/** A state folder of its own in the temporary folder, and jobs that run in it. */
export class TestWorkspace {
  readonly root = mkdtempSync(join(tmpdir(), 'spendscope-pipeline-'));
  readonly folder: StateFolder = openStateFolder(join(this.root, 'state'));

  constructor() {
    writeFileSync(join(this.folder.root, 'token.key'), tokenKey, { mode: 0o600 });
  }

  /** Runs a job as the command line does, but quietly and with the given client. */
  async job(client: ElasticClient, kind: Run['kind'], work: (context: JobContext) => Promise<void>): Promise<string> {
    const store = await Store.open(this.folder);
    const run = await RunRecorder.start(client, kind, { note: silentProgress.note, folder: this.folder.runs });
    try {
      await work({
        store,
        client,
        folder: this.folder,
        run,
        progress: silentProgress,
        signal: new AbortController().signal,
      });
      await run.end('succeeded');
      return run.id;
    } finally {
      store.close();
    }
  }

  /** What a query finds in the store, as text. */
  async query(sql: string): Promise<string> {
    const store = await Store.open(this.folder);
    try {
      return JSON.stringify(await store.rows(sql));
    } finally {
      store.close();
    }
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Empties what the pipeline writes, as the setup user, so that counts are this test's own. */
export async function emptyIndices(setup: ElasticClient, patterns: readonly string[]): Promise<void> {
  for (const pattern of patterns) {
    const names = Object.keys(
      await setup.indices.get({ index: pattern, allow_no_indices: true, ignore_unavailable: true })
    );
    if (names.length > 0) {
      await setup.indices.delete({ index: names });
    }
  }
}

/** Every document of some indices, read in full by one user; `setup` makes what was just written visible first. */
export async function allDocuments(
  setup: ElasticClient,
  index: string,
  client = setup
): Promise<Map<string, Record<string, unknown>>> {
  await setup.indices.refresh({ index, ignore_unavailable: true });
  const found = new Map<string, Record<string, unknown>>();
  const { count } = await client.count({ index, ignore_unavailable: true });
  if (count === 0) {
    return found;
  }
  const pages = client.helpers.scrollSearch<Record<string, unknown>>({
    index,
    size: 5_000,
    ignore_unavailable: true,
    query: { match_all: {} },
  });
  for await (const { body } of pages) {
    for (const hit of body.hits.hits) {
      found.set(`${hit._index}/${hit._id}`, hit._source!);
    }
  }
  return found;
}
