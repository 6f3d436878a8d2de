import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { StackError } from '../stackError';
import { readCredentials, writeCredentials } from './credentials';
import { type ElasticsearchUsers, usernameOf } from './users';

/** The users of our parts on a server that somebody else runs; who sets up there is whoever was given. */
export type PartUsers = Omit<ElasticsearchUsers, 'setup'>;

export const partKeys = ['pipeline', 'api', 'grafana'] as const satisfies readonly (keyof PartUsers)[];

/** Variable with the password of a part's user, which somebody made. */
export function passwordVariable(part: keyof PartUsers): string {
  return `SPENDSCOPE_${part.toUpperCase()}_PASSWORD`;
}

/**
 * Users whose passwords the environment holds; undefined where it holds none.
 *
 * @throws StackError where it holds some and not all
 */
export function partUsersFromEnvironment(env: NodeJS.ProcessEnv): PartUsers | undefined {
  const missing = partKeys.filter((part) => !env[passwordVariable(part)]);
  if (missing.length === partKeys.length) {
    return undefined;
  }
  if (missing.length > 0) {
    throw new StackError(
      `${missing.map(passwordVariable).join(' and ')} is not set.`,
      'Give each part a password of its own, see .env.example.'
    );
  }
  const entries = partKeys.map((part) => [
    part,
    { username: usernameOf(part), password: env[passwordVariable(part)]! },
  ]);
  return Object.fromEntries(entries) as PartUsers;
}

/** Users that an earlier start made on this server; undefined where none did. */
export function keptPartUsers(stateDir: string, url: string): PartUsers | undefined {
  return readCredentials(partUsersFolder(stateDir, url), partKeys);
}

/** Keeps users for the next start; no other server ever sees their passwords. */
export function keepPartUsers(stateDir: string, url: string, users: PartUsers): void {
  writeCredentials(partUsersFolder(stateDir, url), users);
}

export function partUsersFolder(stateDir: string, url: string): string {
  return join(stateDir, 'given', createHash('sha256').update(new URL(url).href).digest('hex').slice(0, 12));
}
