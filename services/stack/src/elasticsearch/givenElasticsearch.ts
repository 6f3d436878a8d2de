import { existsSync } from 'node:fs';
import {
  type ElasticClient,
  type ElasticConnection,
  connectionFromEnvironment,
  createElasticClient,
} from '@spendscope/elastic';
import { StackError } from '../stackError';
import type { ElasticsearchAccess } from './access';
import { makePartUsers, mayMakeUsers } from './givenSecurity';
import { type PartUsers, keepPartUsers, keptPartUsers, partKeys, partUsersFromEnvironment } from './partUsers';
import { isServerAddress } from './serverAddress';
import { sharedUserRemark } from './sharedUser';
import { generateUsers } from './users';

export interface GivenOptions {
  env: NodeJS.ProcessEnv;
  stateDir: string;
  /** Whether our roles and users are to be made there. */
  makeUsers: boolean;
}

/**
 * The server that ELASTICSEARCH_URL names. Parts use users of their own where the environment holds their passwords or a
 * start was told to make them; else all share the given user, and the access carries a remark that says so.
 *
 * @throws StackError where it does not answer, refuses a user, or cannot make users
 */
export async function givenElasticsearch({ env, stateDir, makeUsers }: GivenOptions): Promise<ElasticsearchAccess> {
  const connection = connectionFromEnvironment(env);
  assertUsable(connection);
  const { url, caFile, username = '', password = '' } = connection;
  const setup = { username, password };
  const access = { kind: 'given', url, caFile } as const;
  const client = createElasticClient(connection);
  try {
    await assertAnswers(client, connection);
    const named = partUsersFromEnvironment(env);
    const kept = named ?? keptPartUsers(stateDir, url);
    // Users that we made get the roles of this version, as ours on an own server do; those of others are left alone.
    const renew = !named && kept !== undefined && (await mayMakeUsers(client)) === true;
    if (makeUsers || renew) {
      const users = kept ?? generateUsers(partKeys);
      await makePartUsers(client, users, username);
      if (!named) {
        keepPartUsers(stateDir, url, users);
      }
      return { ...access, users: { setup, ...users } };
    }
    if (kept) {
      await assertAccepted(connection, kept);
      return { ...access, users: { setup, ...kept } };
    }
    const remark = sharedUserRemark(username, await mayMakeUsers(client));
    return { ...access, users: { setup, pipeline: setup, api: setup, grafana: setup }, remark };
  } finally {
    await client.close();
  }
}

function assertUsable({ url, caFile }: ElasticConnection): void {
  if (!isServerAddress(url)) {
    throw new StackError(
      `ELASTICSEARCH_URL is "${url}", which is not an http(s) address.`,
      'Set it to one such as https://localhost:9200.'
    );
  }
  if (caFile && !existsSync(caFile)) {
    throw new StackError(
      `There is no file ${caFile}, which ELASTICSEARCH_CA names.`,
      'Set it to the PEM file of the authority that signed the server’s certificate.'
    );
  }
}

async function assertAnswers(client: ElasticClient, { url, username = '' }: ElasticConnection): Promise<void> {
  try {
    await client.cluster.health({}, { requestTimeout: 10_000, maxRetries: 1 });
  } catch (cause) {
    const status = (cause as { statusCode?: number }).statusCode;
    const refused = status === 401 || status === 403;
    throw new StackError(
      refused
        ? `Elasticsearch at ${url} refuses the user "${username}" (${status}).`
        : `Elasticsearch at ${url} does not answer: ${(cause as Error).message}.`,
      refused
        ? 'Set ELASTICSEARCH_USERNAME and ELASTICSEARCH_PASSWORD.'
        : 'Check the address, and ELASTICSEARCH_CA for a private certificate; unset ELASTICSEARCH_URL to use the embedded one.',
      { cause }
    );
  }
}

async function assertAccepted(connection: ElasticConnection, users: PartUsers): Promise<void> {
  for (const part of partKeys) {
    const client = createElasticClient({ ...connection, ...users[part] });
    try {
      await client.security.authenticate();
    } catch (cause) {
      const status = (cause as { statusCode?: number }).statusCode;
      throw new StackError(
        `Elasticsearch at ${connection.url} refuses the user "${users[part].username}" (${status ?? 'no answer'}).`,
        'Set its password again: npm start -- --make-users',
        { cause }
      );
    } finally {
      await client.close();
    }
  }
}
