import { environment } from '@spendscope/contracts';
import type { RunningElasticsearch } from './startElasticsearch';

/** Variable that holds the test server's users as JSON, by part: setup, pipeline, api, grafana. */
export const testUsersVariable = 'SPENDSCOPE_TEST_ELASTICSEARCH';

/** What tests and clients read from the environment; the plain user variables are the setup user's. */
export function testEnvironment(
  running: Pick<RunningElasticsearch, 'url' | 'caFile' | 'users'>
): Record<string, string> {
  return {
    [environment.elasticsearchUrl]: running.url,
    [environment.elasticsearchCa]: running.caFile,
    [environment.elasticsearchUsername]: running.users.setup.username,
    [environment.elasticsearchPassword]: running.users.setup.password,
    [testUsersVariable]: JSON.stringify(running.users),
  };
}
