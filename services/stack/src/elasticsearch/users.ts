import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { type RoleName, roleNames } from '@spendscope/contracts';

export interface ElasticsearchUser {
  username: string;
  password: string;
}

/** Who talks to Elasticsearch: one user for each role, named after its part. */
export type UserKey = RoleName extends `spendscope_${infer Part}` ? Part : never;
export type ElasticsearchUsers = Record<UserKey, ElasticsearchUser>;

export const userKeys = roleNames.map((role) => role.replace('spendscope_', '') as UserKey);

export function roleOf(key: UserKey): RoleName {
  return `spendscope_${key}`;
}

export function usernameOf(key: UserKey): string {
  return `spendscope-${key}`;
}

/** New users, each with a password of 192 random bits. */
export function generateUsers<Key extends UserKey = UserKey>(
  keys: readonly Key[] = userKeys as Key[]
): Record<Key, ElasticsearchUser> {
  const entries = keys.map((key) => [
    key,
    { username: usernameOf(key), password: randomBytes(24).toString('base64url') },
  ]);
  return Object.fromEntries(entries) as Record<Key, ElasticsearchUser>;
}

/** The file realm's `users` file: a name and a hash per line. */
export function usersFile(users: ElasticsearchUsers): string {
  return lines(userKeys.map((key) => `${users[key].username}:${hashPassword(users[key].password)}`));
}

/** The file realm's `users_roles` file: a role and its users per line. */
export function usersRolesFile(users: ElasticsearchUsers): string {
  return lines(userKeys.map((key) => `${roleOf(key)}:${users[key].username}`));
}

/**
 * Elasticsearch's PBKDF2 format (HMAC-SHA512, 32 bytes of salt and of hash, in base64). Hashed here rather than by
 * `elasticsearch-users`, which takes the password as an argument that every user of the machine can read.
 */
export function hashPassword(password: string, salt: Buffer = randomBytes(32)): string {
  const rounds = 10_000;
  const hash = pbkdf2Sync(password, salt, rounds, 32, 'sha512');
  return `{PBKDF2}${rounds}$${salt.toString('base64')}$${hash.toString('base64')}`;
}

function lines(list: readonly string[]): string {
  return list.map((line) => `${line}\n`).join('');
}
