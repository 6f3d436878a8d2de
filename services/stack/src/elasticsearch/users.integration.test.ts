import { readFileSync } from 'node:fs';
import { get as getPlain } from 'node:http';
import { request } from 'node:https';
import { indices } from '@spendscope/contracts';
import { createElasticClient, installTemplates } from '@spendscope/elastic';
import { testUsersVariable } from './testEnvironment';
import type { ElasticsearchUsers, UserKey } from './users';

const url = process.env.ELASTICSEARCH_URL!;
const caFile = process.env.ELASTICSEARCH_CA!;
const users = JSON.parse(process.env[testUsersVariable]!) as ElasticsearchUsers;

const clientOf = (key: UserKey): ReturnType<typeof createElasticClient> =>
  createElasticClient({ url, caFile, ...users[key] });

const status = (promise: Promise<unknown>): Promise<number> =>
  promise.then(
    () => 200,
    (error: { statusCode?: number; meta?: { statusCode?: number } }) => error.meta?.statusCode ?? error.statusCode ?? 0
  );

const statusWithPassword = (password: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const auth = `${users.setup.username}:${password}`;
    request(new URL('/_cluster/health', url), { ca: readFileSync(caFile), auth, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

describe('the users of the embedded Elasticsearch', () => {
  const { audit, identities, anomalies } = indices;

  beforeAll(async () => {
    await installTemplates(clientOf('setup'));
  });

  it('answers a wrong password with 401 and the right one with 200', async () => {
    expect(await statusWithPassword('wrong')).toBe(401);
    expect(await statusWithPassword(users.setup.password)).toBe(200);
  });

  it('does not speak plain HTTP', async () => {
    const plain = new Promise((resolve, reject) => {
      getPlain(url.replace('https:', 'http:'), resolve).on('error', reject);
    });
    await expect(plain).rejects.toThrow();
  });

  it('lets grafana read anomalies, but neither write them nor read identities', async () => {
    const grafana = clientOf('grafana');
    expect(await status(grafana.search({ index: anomalies.readAs }))).toBe(200);
    expect(await status(grafana.index({ index: anomalies.name, document: {} }))).toBe(403);
    expect(await status(grafana.search({ index: identities.readAs }))).toBe(403);
    expect(await status(grafana.search({ index: '*' }))).toBe(200);
    const everything = await grafana.search({
      index: '*',
      size: 0,
      aggs: { names: { terms: { field: '_index', size: 100 } } },
    });
    expect(JSON.stringify(everything.aggregations)).not.toContain(identities.name);
  });

  it('lets the API append to the audit log, and not overwrite, change or delete in it', async () => {
    const api = clientOf('api');
    const setup = clientOf('setup');
    const id = `test-${Date.now()}`;
    expect(await status(api.create({ index: audit.name, id, document: {}, refresh: true }))).toBe(200);
    expect(await status(api.get({ index: audit.name, id }))).toBe(200);
    expect(await status(api.create({ index: audit.name, id, document: {} }))).toBe(409);
    expect(await status(api.index({ index: audit.name, id, document: {} }))).toBe(403);
    expect(await status(api.update({ index: audit.name, id, doc: {} }))).toBe(403);
    expect(await status(api.delete({ index: audit.name, id }))).toBe(403);
    expect(await status(api.indices.delete({ index: audit.name }))).toBe(403);
    await setup.delete({ index: audit.name, id, refresh: true });
  });

  it('lets the pipeline write identities and see no audit log', async () => {
    const pipeline = clientOf('pipeline');
    expect(await status(pipeline.search({ index: identities.readAs }))).toBe(200);
    expect(await status(pipeline.search({ index: audit.readAs }))).toBe(403);
  });
});
