import { indices } from '@spendscope/contracts';
import { type ElasticClient, connectionFromEnvironment, createElasticClient, elasticErrors } from '@spendscope/elastic';
import { exitCodes } from './exitCodes';
import { UserError } from './userError';

/** A client that was heard from. @throws UserError with exit code 4 and the fix. */
export async function connectElasticsearch(env: NodeJS.ProcessEnv = process.env): Promise<ElasticClient> {
  let client: ElasticClient;
  try {
    client = createElasticClient(connectionFromEnvironment(env));
  } catch (cause) {
    throw new UserError(cause instanceof Error ? cause.message : String(cause), undefined, {
      cause,
      exitCode: exitCodes.elasticsearchUnreachable,
    });
  }
  try {
    const ready = await client.indices.exists({ index: indices.runs.name });
    if (!ready) {
      throw new UserError(
        'Elasticsearch has none of Spendscope’s indices.',
        'Run "npm start" once, which installs the templates.'
      );
    }
    return client;
  } catch (error) {
    throw explainElastic(error) ?? error;
  }
}

/** The user's view of an error of the client, or undefined where it is none. */
export function explainElastic(error: unknown): UserError | undefined {
  if (error instanceof elasticErrors.ResponseError) {
    const { statusCode } = error;
    if (statusCode === 401 || statusCode === 403) {
      return new UserError(
        'Elasticsearch refuses this user.',
        'Check ELASTICSEARCH_USERNAME and ELASTICSEARCH_PASSWORD; the user needs the role spendscope_pipeline.',
        { cause: error }
      );
    }
    return new UserError(`Elasticsearch answered with an error: ${error.message.split('\n')[0]}`, undefined, {
      cause: error,
    });
  }
  if (error instanceof elasticErrors.ConnectionError || error instanceof elasticErrors.TimeoutError) {
    return new UserError(
      `Elasticsearch cannot be reached: ${error.message.split('\n')[0]}`,
      'Start it with "npm start", and check ELASTICSEARCH_URL and ELASTICSEARCH_CA.',
      { cause: error, exitCode: exitCodes.elasticsearchUnreachable }
    );
  }
  return undefined;
}
