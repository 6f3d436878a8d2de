import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const serversRoot = '/var/lib/spendscope';
const ownerFile = 'owner';

/** Notes which state folder a server's folder outside of it belongs to. */
export function noteOwner(folder: string, stateDir: string): void {
  writeFileSync(join(folder, ownerFile), `${stateDir}\n`);
}

/**
 * Removes servers' folders whose state folder was a temporary one and is gone: what tests leave that were killed.
 * Others are kept: their state folder may lie on a disk that is not mounted now.
 */
export function pruneServerFolders(root = serversRoot): void {
  if (!existsSync(root)) {
    return;
  }
  for (const name of readdirSync(root)) {
    const note = join(root, name, ownerFile);
    if (!existsSync(note)) {
      continue;
    }
    const owner = readFileSync(note, 'utf8').trim();
    if (owner.startsWith(`${tmpdir()}/`) && !existsSync(owner)) {
      rmSync(join(root, name), { recursive: true, force: true });
    }
  }
}
