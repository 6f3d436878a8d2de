import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createElasticClient } from '@spendscope/elastic';
import type { ElasticsearchAccess } from '../elasticsearch/access';
import { ensureCredentials } from '../elasticsearch/credentials';
import { installNativeSecurity } from '../elasticsearch/nativeSecurity';
import type { StackPaths } from '../paths';
import type { StackPorts } from '../ports';
import { type RunCommand, runCommand } from '../process/command';
import { StackError } from '../stackError';
import { ensureSecret } from '../state/secrets';
import { writeComposeEnvironment } from './composeEnvironment';

export interface DockerElasticsearch extends ElasticsearchAccess {
  stop(): Promise<void>;
}

/** Starts the `elasticsearch` service of docker-compose.yml and makes our roles and users in it. */
export async function dockerElasticsearch(
  paths: StackPaths,
  ports: StackPorts,
  run: RunCommand = runCommand
): Promise<DockerElasticsearch> {
  const users = ensureCredentials(paths.state);
  const elasticPassword = ensureSecret(paths.state, 'elastic-password');
  const envFile = writeComposeEnvironment({
    state: paths.state,
    users,
    elasticPassword,
    ports,
    channelToken: ensureSecret(paths.state, 'channel-token'),
    alertSecret: ensureSecret(paths.state, 'alert-secret'),
    grafanaPassword: ensureSecret(paths.state, 'grafana-admin-password'),
  });
  const compose = async (...args: string[]): Promise<void> => {
    const result = await run('docker', ['compose', '--env-file', envFile, ...args], { cwd: paths.root });
    if (result.code !== 0) {
      throw new StackError(
        `docker compose ${args[0]} failed: ${result.stderr.trim().split('\n').at(-1)}`,
        'See docker compose logs elasticsearch, or set SPENDSCOPE_DOCKER=off to use the embedded Elasticsearch.'
      );
    }
  };
  await compose('up', '-d', '--wait', 'elasticsearch');
  const certificates = join(paths.state, 'docker-certs');
  mkdirSync(certificates, { recursive: true, mode: 0o700 });
  const caFile = join(certificates, 'ca.crt');
  await compose('cp', 'elasticsearch:/usr/share/elasticsearch/config/certs/ca/ca.crt', caFile);

  const url = `https://localhost:${ports.elasticsearch}`;
  const setup = { username: 'elastic', password: elasticPassword };
  const client = createElasticClient({ url, caFile, ...setup });
  const { pipeline, api, grafana } = users;
  await installNativeSecurity(client, { pipeline, api, grafana });
  await client.close();
  return {
    kind: 'docker',
    url,
    caFile,
    users: { setup, pipeline, api, grafana },
    stop: () => compose('stop', 'elasticsearch'),
  };
}
