import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type IndexDefinition, allIndices, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import type { DataSource } from './dataSource';

/** What was loaded last and to its end; undefined where nothing was, or not completely. */
export function readLoadedSource(path: string): DataSource | undefined {
  if (!existsSync(path)) {
    return undefined;
  }
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as DataSource;
  } catch {
    return undefined;
  }
}

export function writeLoadedSource(path: string, source: DataSource): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, `${JSON.stringify(source, null, 2)}\n`, { mode: 0o600 });
}

export function forgetLoadedSource(path: string): void {
  rmSync(path, { force: true });
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
