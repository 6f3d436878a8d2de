import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StackError } from '../stackError';
import { type ElasticsearchUser, type ElasticsearchUsers, type UserKey, generateUsers, userKeys } from './users';

/** Reads the users of this folder, or makes them: the folder is 0700 and the file 0600. */
export function ensureCredentials<Key extends UserKey = UserKey>(
  folder: string,
  keys: readonly Key[] = userKeys as Key[]
): Record<Key, ElasticsearchUser> {
  const kept = readCredentials(folder, keys);
  if (kept) {
    return kept;
  }
  const users = generateUsers(keys);
  writeCredentials(folder, users);
  return users;
}

export function writeCredentials(folder: string, users: Partial<ElasticsearchUsers>): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(credentialsFile(folder), `${JSON.stringify(users, null, 2)}\n`, { mode: 0o600 });
}

export function credentialsFile(folder: string): string {
  return join(folder, 'elasticsearch-users.json');
}

/**
 * The users of this folder; undefined where none were made.
 *
 * @throws StackError where the file does not hold them all
 */
export function readCredentials<Key extends UserKey = UserKey>(
  folder: string,
  keys: readonly Key[] = userKeys as Key[]
): Record<Key, ElasticsearchUser> | undefined {
  const path = credentialsFile(folder);
  if (!existsSync(path)) {
    return undefined;
  }
  const fix = `Delete ${path}: new passwords are made at the next start.`;
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new StackError(`The passwords in ${path} cannot be read.`, fix, { cause });
  }
  if (!isUsers(parsed, keys)) {
    throw new StackError(`The passwords in ${path} are incomplete.`, fix);
  }
  return parsed;
}

function isUsers<Key extends UserKey>(value: unknown, keys: readonly Key[]): value is Record<Key, ElasticsearchUser> {
  const users = value as Partial<Record<Key, ElasticsearchUser>> | null;
  return keys.every((key) => {
    const user = users?.[key];
    return typeof user?.username === 'string' && typeof user.password === 'string';
  });
}
