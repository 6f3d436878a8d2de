import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { allIndices } from '@spendscope/contracts';
import { sha256 } from '../files/sha256';
import { packageVersion } from '../packageVersion';
import { sourceFolder } from '../sourceFolder';
import { storeVersion } from '../store/schema';

/** Whatever may change a result beside data and parameters. */
export function runVersions(): Record<string, string> {
  return {
    spendscope: packageVersion(),
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    store: String(storeVersion),
    contracts: sha256(JSON.stringify(allIndices.map(({ name, version, mapping }) => [name, version, mapping]))),
    feature_sql: hashOfSources(join(sourceFolder, 'analyze', 'sql')),
    // The version stays the same for as long as nobody releases: the sources tell apart what was run in between.
    code: sha256([sourceFolder, join(sourceFolder, '../../../packages/analytics/src')].map(hashOfSources).join('\n')),
  };
}

/** Of all sources in a folder with their places in it, tests left out. */
function hashOfSources(folder: string): string {
  if (!existsSync(folder)) {
    return '';
  }
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs|sql)$/.test(entry.name) && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name));
  return sha256(
    files
      .sort()
      .map((file) => `${relative(folder, file)} ${sha256(readFileSync(file))}\n`)
      .join('')
  );
}
