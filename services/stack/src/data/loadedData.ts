import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type IndexDefinition, allIndices, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import type { LoadableSource } from './dataSource';

/** What `npm start` loads or has loaded. */
export interface LoadRecord {
  source: LoadableSource;
  /** Last instant of a demo, ISO 8601. */
  end: string;
  /** False while the load goes on, and after one that was interrupted. */
  complete: boolean;
}

/** The last load; undefined where there was none. */
export function readLoadRecord(path: string): LoadRecord | undefined {
  if (!existsSync(path)) {
    return undefined;
  }
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as LoadRecord;
  } catch {
    return undefined;
  }
}

export function writeLoadRecord(path: string, record: LoadRecord): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
}

/** How many customers the readers' alias shows; 0 where no run was published yet. */
export async function countCustomers(client: ElasticClient): Promise<number> {
  const answer = await client.count({
    index: indices.customers.readAs,
    ignore_unavailable: true,
    allow_no_indices: true,
  });
  return answer.count;
}

/** Deletes every index of ours, by full names, because the server refuses wildcards here. */
export async function deleteAllData(client: ElasticClient): Promise<number> {
  const patterns = (allIndices as readonly IndexDefinition[]).map((index) => index.pattern);
  const found = await client.indices.get({ index: patterns, allow_no_indices: true, ignore_unavailable: true });
  const names = Object.keys(found);
  for (const name of names) {
    await client.indices.delete({ index: name });
  }
  return names.length;
}
