import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Ids of the plugins under a built plugin's folder: its own and those nested in it. */
export function pluginIdsUnder(dist: string): string[] {
  if (!existsSync(dist)) {
    return [];
  }
  return readdirSync(dist, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name === 'plugin.json')
    .map((entry) => (JSON.parse(readFileSync(join(entry.parentPath, entry.name), 'utf8')) as { id: string }).id)
    .sort();
}
