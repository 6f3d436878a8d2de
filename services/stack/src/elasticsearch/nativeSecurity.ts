import { elasticsearchRoles } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { type ElasticsearchUsers, type UserKey, roleOf } from './users';

/**
 * Creates or updates our roles and users in a full Elasticsearch, through its security API. The embedded one has no
 * such API and reads them from files instead; the setup part is whoever calls, so it gets no user here.
 */
export async function installNativeSecurity(
  client: ElasticClient,
  users: Omit<ElasticsearchUsers, 'setup'>
): Promise<void> {
  for (const [key, user] of Object.entries(users) as [Exclude<UserKey, 'setup'>, ElasticsearchUsers['api']][]) {
    const role = roleOf(key);
    const { cluster, indices } = elasticsearchRoles[role];
    await client.security.putRole({ name: role, cluster: cluster as never, indices: indices as never });
    await client.security.putUser({ username: user.username, password: user.password, roles: [role] });
  }
}
