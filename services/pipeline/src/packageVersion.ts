import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFolder } from './sourceFolder';

export function packageVersion(): string {
  const manifest = JSON.parse(readFileSync(join(sourceFolder, '..', 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}
