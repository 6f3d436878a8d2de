import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { basename, join } from 'node:path';
import { type QuarantinedRow, indices } from '@spendscope/contracts';
import { type ElasticClient, bulkBatches, bulkEntries, bulkWrite } from '@spendscope/elastic';
import type { Reject } from './readRejects';

/** Writes rejects as JSON lines next to the store, readable by the owner only: they hold what came, originals included. */
export async function writeQuarantineFile(folder: string, runId: string, rejects: Iterable<Reject>): Promise<string> {
  const path = join(folder, `${runId}.jsonl`);
  const file = createWriteStream(path, { mode: 0o600 });
  for (const reject of rejects) {
    if (!file.write(`${JSON.stringify(reject)}\n`)) {
      await once(file, 'drain');
    }
  }
  file.end();
  await once(file, 'close');
  return path;
}

/** Puts rejects into the quarantine index; the same line of the same file is the same document in every run. */
export async function indexQuarantine(
  client: ElasticClient,
  runId: string,
  rejects: readonly Reject[],
  at: Date,
  signal?: AbortSignal
): Promise<void> {
  const documents = rejects.map((reject): QuarantinedRow => ({
    '@timestamp': at.toISOString(),
    run_id: runId,
    ...reject,
    file: basename(reject.file),
  }));
  const entries = bulkEntries(indices.quarantine.name, documents, quarantineId);
  await bulkWrite(client, bulkBatches(entries), { signal });
}

function quarantineId({ file, line, column, code, value }: QuarantinedRow): string {
  return createHash('sha256')
    .update(JSON.stringify([file, line, column, code, value]))
    .digest('base64url')
    .slice(0, 32);
}

/** Rejects by code, the most frequent first. */
export function countByCode(rejects: readonly Reject[]): [code: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { code } of rejects) {
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}
