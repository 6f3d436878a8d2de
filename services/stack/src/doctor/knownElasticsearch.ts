import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readCredentials } from '../elasticsearch/credentials';
import { keptPartUsers, partUsersFromEnvironment } from '../elasticsearch/partUsers';
import { isServerAddress } from '../elasticsearch/serverAddress';
import type { ElasticsearchUser, UserKey } from '../elasticsearch/users';
import type { StackPaths } from '../paths';
import type { StackPorts } from '../ports';
import { readSecret } from '../state/secrets';
import type { StackState } from '../state/stackState';

export interface KnownElasticsearch {
  /** Undefined where none was given and a running start, if any, uses none of ours. */
  url: string | undefined;
  caFile: string | undefined;
  /** Users that are known; a part without one uses the setup user. */
  users: Partial<Record<UserKey, ElasticsearchUser>>;
}

/** Which Elasticsearch the doctor asks, and as whom: a given one, the container of a running start, or the embedded one. */
export function knownElasticsearch(
  { state: stateDir }: StackPaths,
  ports: StackPorts,
  env: NodeJS.ProcessEnv,
  running: StackState | undefined
): KnownElasticsearch {
  if (env.ELASTICSEARCH_URL) {
    return given(env.ELASTICSEARCH_URL, stateDir, env);
  }
  if (running?.docker) {
    const password = readSecret(stateDir, 'elastic-password');
    const { pipeline, api, grafana } = readCredentials(stateDir) ?? {};
    return {
      url: `https://localhost:${ports.elasticsearch}`,
      caFile: existing(join(stateDir, 'docker-certs', 'ca.crt')),
      users: { ...(password ? { setup: { username: 'elastic', password } } : {}), pipeline, api, grafana },
    };
  }
  const isOurs = running?.parts.some(({ name }) => name === 'elasticsearch') ?? false;
  return {
    url: isOurs ? `https://127.0.0.1:${ports.elasticsearch}` : undefined,
    caFile: existing(join(stateDir, 'certs', 'ca.crt')),
    users: readCredentials(stateDir) ?? {},
  };
}

function given(url: string, stateDir: string, env: NodeJS.ProcessEnv): KnownElasticsearch {
  const { ELASTICSEARCH_USERNAME: username, ELASTICSEARCH_PASSWORD: password, ELASTICSEARCH_CA: caFile } = env;
  const parts = isServerAddress(url) ? (partUsersFromEnvironment(env) ?? keptPartUsers(stateDir, url)) : undefined;
  return { url, caFile, users: { ...(username && password ? { setup: { username, password } } : {}), ...parts } };
}

function existing(path: string): string | undefined {
  return existsSync(path) ? path : undefined;
}
