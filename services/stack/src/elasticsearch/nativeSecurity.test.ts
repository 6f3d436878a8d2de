import { elasticsearchRoles } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { installNativeSecurity } from './nativeSecurity';
import { generateUsers } from './users';

describe('installNativeSecurity', () => {
  it('makes a role and a user for each part, and none for who sets up', async () => {
    const roles: { name: string; indices: unknown }[] = [];
    const users: { username: string; roles: string[] }[] = [];
    const security = {
      putRole: async (role: (typeof roles)[number]) => roles.push(role),
      putUser: async (user: (typeof users)[number]) => users.push(user),
    };
    const { pipeline, api, grafana } = generateUsers();
    await installNativeSecurity({ security } as unknown as ElasticClient, { pipeline, api, grafana });
    expect(users.map(({ username, roles: held }) => [username, held])).toEqual([
      ['spendscope-pipeline', ['spendscope_pipeline']],
      ['spendscope-api', ['spendscope_api']],
      ['spendscope-grafana', ['spendscope_grafana']],
    ]);
    expect(roles[2]?.indices).toEqual(elasticsearchRoles.spendscope_grafana.indices);
  });

  it('leaves out the setup user where all users are given', async () => {
    const names: string[] = [];
    const security = {
      putRole: async () => undefined,
      putUser: async ({ username }: { username: string }) => names.push(username),
    };
    await installNativeSecurity({ security } as unknown as ElasticClient, generateUsers());
    expect(names).not.toContain('spendscope-setup');
  });
});
