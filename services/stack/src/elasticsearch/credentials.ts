import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StackError } from '../stackError';
import { type ElasticsearchUsers, generateUsers, userKeys } from './users';

/** Reads the users of this state folder, or makes them: the folder is 0700 and the file 0600. */
export function ensureCredentials(stateDir: string): ElasticsearchUsers {
  mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  const path = join(stateDir, 'elasticsearch-users.json');
  if (!existsSync(path)) {
    const users = generateUsers();
    writeFileSync(path, `${JSON.stringify(users, null, 2)}\n`, { mode: 0o600 });
    return users;
  }
  return readUsers(path);
}

function readUsers(path: string): ElasticsearchUsers {
  const fix = `Delete ${path}: new passwords are made at the next start.`;
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new StackError(`The passwords in ${path} cannot be read.`, fix, { cause });
  }
  if (!isUsers(parsed)) {
    throw new StackError(`The passwords in ${path} are incomplete.`, fix);
  }
  return parsed;
}

function isUsers(value: unknown): value is ElasticsearchUsers {
  const users = value as Partial<ElasticsearchUsers> | null;
  return userKeys.every((key) => {
    const user = users?.[key];
    return typeof user?.username === 'string' && typeof user.password === 'string';
  });
}
