import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { unzipSync } from 'fflate';

/** Files of the distribution that no Unix runs. */
const otherSystems = /\.(bat|exe)$/;

/**
 * Unpacks the distribution's zip under `target`, without its top folder, readable by every user whatever the umask.
 * The zip reader does not report Unix modes, so programs are known by their place: bin/.
 */
export function unpack(zip: Uint8Array, target: string): void {
  const entries = unzipSync(zip, { filter: ({ name }) => !name.endsWith('/') && !otherSystems.test(name) });
  const folders = new Set<string>();
  for (const [name, content] of Object.entries(entries)) {
    const inside = withoutTopFolder(name);
    const path = join(target, inside);
    for (const folder of foldersAbove(inside)) {
      if (!folders.has(folder)) {
        folders.add(folder);
        mkdirSync(join(target, folder), { recursive: true });
        chmodSync(join(target, folder), 0o755);
      }
    }
    writeFileSync(path, content);
    chmodSync(path, inside.startsWith('bin/') ? 0o755 : 0o644);
  }
}

function withoutTopFolder(name: string): string {
  const inside = normalize(name.slice(name.indexOf('/') + 1));
  if (inside.startsWith('..') || inside.startsWith('/')) {
    throw new Error(`The zip holds a path that leads outside of it: ${name}`);
  }
  return inside;
}

function foldersAbove(path: string): string[] {
  const parent = dirname(path);
  return parent === '.' ? ['.'] : [...foldersAbove(parent), parent];
}
