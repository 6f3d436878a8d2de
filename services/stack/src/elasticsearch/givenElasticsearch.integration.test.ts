import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { givenElasticsearch } from './givenElasticsearch';
import { testUsersVariable } from './testEnvironment';
import type { ElasticsearchUser, ElasticsearchUsers } from './users';

const users = JSON.parse(process.env[testUsersVariable]!) as ElasticsearchUsers;
const passwords = {
  SPENDSCOPE_PIPELINE_PASSWORD: users.pipeline.password,
  SPENDSCOPE_API_PASSWORD: users.api.password,
  SPENDSCOPE_GRAFANA_PASSWORD: users.grafana.password,
};

describe('somebody else’s Elasticsearch', () => {
  const stateDir = mkdtempSync(join(tmpdir(), 'spendscope-given-'));
  afterAll(() => rmSync(stateDir, { recursive: true }));

  const connect = (
    { username, password }: ElasticsearchUser,
    more: NodeJS.ProcessEnv = {},
    makeUsers = false
  ): ReturnType<typeof givenElasticsearch> =>
    givenElasticsearch({
      env: {
        ELASTICSEARCH_URL: process.env.ELASTICSEARCH_URL,
        ELASTICSEARCH_CA: process.env.ELASTICSEARCH_CA,
        ELASTICSEARCH_USERNAME: username,
        ELASTICSEARCH_PASSWORD: password,
        ...more,
      },
      stateDir,
      makeUsers,
    });

  it('says that all parts share the given user, and the fix by what that user may', async () => {
    const shared = await connect(users.setup);
    expect(shared.users.grafana).toBe(shared.users.setup);
    expect(shared.remark).toMatch(/^All parts use the user "spendscope-setup".* — npm start -- --make-users makes one/);
    expect((await connect(users.pipeline)).remark).toMatch(/ — ask who runs it .*SPENDSCOPE_GRAFANA_PASSWORD\.$/);
  });

  it('uses one user for each part where their passwords are given, and says nothing', async () => {
    const separate = await connect(users.setup, passwords);
    expect(separate.users).toEqual(users);
    expect(separate.remark).toBeUndefined();
  });

  it('names the user that is refused', async () => {
    await expect(connect(users.setup, { ...passwords, SPENDSCOPE_API_PASSWORD: 'wrong' })).rejects.toThrow(
      /refuses the user "spendscope-api" \(401\)/
    );
    await expect(connect({ ...users.setup, password: 'wrong' })).rejects.toThrow(/"spendscope-setup" \(401\)/);
  });

  it('says so where the server takes users from files, and keeps no passwords of users that were not made', async () => {
    const failure = connect(users.setup, {}, true);
    await expect(failure).rejects.toThrow(/^This Elasticsearch makes no users on request \(400\): /);
    await expect(failure).rejects.toMatchObject({ fix: expect.stringContaining('services/stack/README.md') });
    expect(existsSync(join(stateDir, 'given'))).toBe(false);
    await expect(connect(users.pipeline, {}, true)).rejects.toThrow(/"spendscope-pipeline" may not/);
  });
});
