import { createHash } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ServerPlaces } from './configuration';
import type { RunAs } from './runAs';

/**
 * Where the server's own files lie. Usually inside the state folder; when it runs as another user than the starter,
 * outside of the clone, because that user may not reach folders above it.
 */
export function serverFolder(stateDir: string, runAs: RunAs | undefined): string {
  if (!runAs) {
    return join(stateDir, 'elasticsearch');
  }
  mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  const clone = createHash('sha256').update(realpathSync(stateDir)).digest('hex').slice(0, 12);
  return join('/var/lib/spendscope', clone, 'elasticsearch');
}

/** Makes the server's folders, owned by its user and closed to others. */
export function makeServerFolders(folder: string, runAs: RunAs | undefined): ServerPlaces {
  if (runAs) {
    const root = dirname(folder);
    mkdirSync(root, { recursive: true });
    // Passable whatever the umask; what lies below is private again.
    chmodSync(dirname(root), 0o755);
    chmodSync(root, 0o755);
  }
  const places: ServerPlaces = {
    config: join(folder, 'config'),
    data: join(folder, 'data'),
    logs: join(folder, 'logs'),
    temp: join(folder, 'temp'),
    snapshots: join(folder, 'snapshots'),
  };
  for (const path of [
    folder,
    ...Object.values(places),
    join(places.config, 'certs'),
    join(places.config, 'jvm.options.d'),
  ]) {
    mkdirSync(path, { recursive: true });
    chmodSync(path, 0o700);
    giveTo(path, runAs);
  }
  return places;
}

export function giveTo(path: string, runAs: RunAs | undefined): void {
  if (runAs) {
    chownSync(path, runAs.uid, runAs.gid);
  }
}
