import { elasticsearchRoles } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { type ElasticsearchUser, type ElasticsearchUsers, type UserKey, roleOf } from './users';

/**
 * Creates or updates our roles and users in a full Elasticsearch, through its security API. The embedded one has no
 * such API and reads them from files instead; the setup part is whoever calls, so it gets no user here.
 */
export async function installNativeSecurity(
  client: ElasticClient,
  { pipeline, api, grafana }: Omit<ElasticsearchUsers, 'setup'>
): Promise<void> {
  const parts: [UserKey, ElasticsearchUser][] = [
    ['pipeline', pipeline],
    ['api', api],
    ['grafana', grafana],
  ];
  for (const [key, user] of parts) {
    const role = roleOf(key);
    const { cluster, indices } = elasticsearchRoles[role];
    await client.security.putRole({ name: role, cluster: cluster as never, indices: indices as never });
    await client.security.putUser({ username: user.username, password: user.password, roles: [role] });
  }
}
