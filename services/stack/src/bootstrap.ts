import { connectionFromEnvironment, createElasticClient, installTemplates } from '@spendscope/elastic';
import type { ElasticsearchAccess } from './elasticsearch/access';
import { makePartUsers } from './elasticsearch/givenSecurity';
import { partKeys, partUsersFromEnvironment, passwordVariable } from './elasticsearch/partUsers';
import { stackPaths } from './paths';
import { repositoryRoot } from './root';
import { StackError } from './stackError';
import { loadData } from './start/loadData';
import { parseStartOptions } from './start/startOptions';
import { complain, describeError, say } from './terminal';

const noData = '--no-data';

/**
 * One shot for an Elasticsearch that somebody else runs (docker compose, Kubernetes): as a superuser makes our roles and
 * users, then installs templates and loads data as `npm start` does, with the same options; with `--no-data` it loads none,
 * as in production, where the pipeline ingests what is there. Running it again changes nothing.
 */
async function main(): Promise<void> {
  const argv = process.argv.slice(2);
  const options = parseStartOptions(
    argv.filter((flag) => flag !== noData),
    process.env.INIT_CWD ?? process.cwd()
  );
  const connection = connectionFromEnvironment();
  const client = createElasticClient(connection);
  const ending = new AbortController();
  process.on('SIGTERM', () => ending.abort(new Error('Stopped.')));
  process.on('SIGINT', () => ending.abort(new Error('Stopped.')));
  try {
    const { username = '', password = '' } = connection;
    const users = partUsersFromEnvironment(process.env);
    if (!users) {
      throw new StackError(
        `${partKeys.map(passwordVariable).join(', ')} are not set.`,
        'Give each part a password of its own, see .env.example.'
      );
    }
    await makePartUsers(client, users, username);
    say('✓ Roles and users');
    await installTemplates(client);
    say('✓ Index templates');
    if (argv.includes(noData)) {
      return;
    }
    const access: ElasticsearchAccess = {
      kind: 'given',
      url: connection.url,
      caFile: connection.caFile,
      users: { setup: { username, password }, ...users },
    };
    await loadData({ options, paths: stackPaths(repositoryRoot), access, client, signal: ending.signal });
  } finally {
    await client.close();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    complain(`✗ ${describeError(error)}`);
    process.exit(1);
  }
);
