import { type ElasticConnection, connectionFromEnvironment, createElasticClient } from '@spendscope/elastic';
import { StackError } from '../stackError';
import type { ElasticsearchAccess } from './access';

/**
 * The server that ELASTICSEARCH_URL names. All parts use the given user: making users on somebody's cluster is the
 * owner's business (`services/stack/src/bootstrap.ts` does it on request).
 *
 * @throws StackError where it does not answer or refuses the user
 */
export async function givenElasticsearch(env: NodeJS.ProcessEnv): Promise<ElasticsearchAccess> {
  const connection = connectionFromEnvironment(env);
  await assertAnswers(connection);
  const user = { username: connection.username ?? '', password: connection.password ?? '' };
  return {
    kind: 'given',
    url: connection.url,
    caFile: connection.caFile,
    users: { setup: user, pipeline: user, api: user, grafana: user },
  };
}

async function assertAnswers(connection: ElasticConnection): Promise<void> {
  const client = createElasticClient(connection);
  try {
    await client.cluster.health({}, { requestTimeout: 10_000, maxRetries: 1 });
  } catch (cause) {
    const status = (cause as { statusCode?: number }).statusCode;
    const refused = status === 401 || status === 403;
    throw new StackError(
      refused
        ? `Elasticsearch at ${connection.url} refuses the user "${connection.username ?? ''}" (${status}).`
        : `Elasticsearch at ${connection.url} does not answer: ${(cause as Error).message}.`,
      refused
        ? 'Set ELASTICSEARCH_USERNAME and ELASTICSEARCH_PASSWORD.'
        : 'Check the address, and ELASTICSEARCH_CA for a private certificate; unset ELASTICSEARCH_URL to use the embedded one.',
      { cause }
    );
  } finally {
    await client.close();
  }
}
