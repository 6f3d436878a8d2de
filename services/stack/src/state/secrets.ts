import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A secret of 256 bits that is made once and kept in a file that only its owner reads. */
export function ensureSecret(folder: string, name: string): string {
  const kept = readSecret(folder, name);
  if (kept !== undefined) {
    return kept;
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const secret = randomBytes(32).toString('hex');
  writeFileSync(join(folder, name), `${secret}\n`, { mode: 0o600 });
  return secret;
}

/** A secret that was made before; undefined where it was not. */
export function readSecret(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
}
