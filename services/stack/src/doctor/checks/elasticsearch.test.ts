import { type IndexDefinition, allIndices } from '@spendscope/contracts';
import { elasticAnswers, testContext } from '../testContext';
import { checkElasticsearch } from './elasticsearchAnswers';
import { checkSecurity } from './security';
import { checkSingleNode } from './singleNode';
import { checkTemplates } from './templates';
import { checkVersions, compareVersions } from './versions';

const elasticsearchUrl = 'https://127.0.0.1:9200';
const health = (status: string): ReturnType<typeof elasticAnswers> =>
  elasticAnswers({ '/_cluster/health': { status: 200, body: { status, unassigned_shards: 2 } } });

describe('checkElasticsearch', () => {
  it.each([
    ['green', 'ok'],
    ['yellow', 'warn'],
    ['red', 'fail'],
  ])('takes %s as %s', async (status, level) => {
    const context = testContext({ elasticsearchUrl, elastic: health(status) });
    expect(await checkElasticsearch(context)).toMatchObject([{ level }]);
  });

  it('tells silence from a refused password', async () => {
    expect(await checkElasticsearch(testContext({ elasticsearchUrl }))).toMatchObject([
      { level: 'fail', saw: expect.stringContaining('does not answer: connection refused') },
    ]);
    const elastic = async (): Promise<{ status: number; body: unknown }> => ({ status: 401, body: {} });
    expect(await checkElasticsearch(testContext({ elasticsearchUrl, elastic }))).toMatchObject([
      { level: 'fail', saw: expect.stringContaining('401') },
    ]);
  });

  it('only warns where nothing was started', async () => {
    expect(await checkElasticsearch(testContext())).toMatchObject([{ level: 'warn', saw: 'not running' }]);
  });
});

describe('checkSingleNode', () => {
  const nodes = (...types: (string | undefined)[]): ReturnType<typeof elasticAnswers> => {
    const entries = types.map((type, index) => [String(index), { settings: type ? { discovery: { type } } : {} }]);
    return elasticAnswers({ '/_nodes': { status: 200, body: { nodes: Object.fromEntries(entries) } } });
  };

  it('wants the setting on one node and not on several', async () => {
    expect(await checkSingleNode(testContext({ elastic: nodes('single-node') }))).toMatchObject([{ level: 'ok' }]);
    expect(await checkSingleNode(testContext({ elastic: nodes(undefined) }))).toMatchObject([{ level: 'warn' }]);
    expect(await checkSingleNode(testContext({ elastic: nodes('single-node', undefined) }))).toMatchObject([
      { level: 'warn' },
    ]);
    expect(await checkSingleNode(testContext({ elastic: nodes(undefined, undefined) }))).toMatchObject([
      { level: 'ok' },
    ]);
  });
});

describe('checkSecurity', () => {
  it('fails on plain HTTP and on an answer without a password', async () => {
    const elastic = async (): Promise<{ status: number; body: unknown }> => ({ status: 200, body: {} });
    const results = await checkSecurity(testContext({ elasticsearchUrl: 'http://127.0.0.1:9200', elastic }));
    expect(results.map((result) => [result.what, result.level])).toEqual([
      ['TLS', 'fail'],
      ['Passwords', 'fail'],
    ]);
  });

  it('asks as nobody', async () => {
    const asked: unknown[] = [];
    const elastic = async (_path: string, as?: string): Promise<{ status: number; body: unknown }> => {
      asked.push(as);
      return { status: 401, body: {} };
    };
    const results = await checkSecurity(testContext({ elasticsearchUrl, elastic }));
    expect(asked).toEqual(['nobody']);
    expect(results.every((result) => result.level === 'ok')).toBe(true);
  });
});

describe('checkTemplates', () => {
  const installed = (change: (index: IndexDefinition) => number | undefined): ReturnType<typeof elasticAnswers> =>
    elasticAnswers({
      '/_index_template': {
        status: 200,
        body: {
          index_templates: (allIndices as readonly IndexDefinition[]).map((index) => ({
            name: index.name,
            index_template: { version: change(index) },
          })),
        },
      },
    });

  it('is content where every version is ours', async () => {
    const context = testContext({ elastic: installed((index) => index.version) });
    expect(await checkTemplates(context)).toMatchObject([{ level: 'ok' }]);
  });

  it('names templates of another version', async () => {
    const first = allIndices[0]!.name;
    const elastic = installed((index) => (index.name === first ? index.version + 1 : index.version));
    const [result] = await checkTemplates(testContext({ elastic }));
    expect(result).toMatchObject({
      level: 'fail',
      saw: `${first} (${allIndices[0]!.version + 1}, not ${allIndices[0]!.version})`,
    });
  });

  it('names missing templates, and how many more', async () => {
    const context = testContext({ elastic: async () => ({ status: 404, body: {} }) });
    const [result] = await checkTemplates(context);
    expect(result?.saw).toMatch(new RegExp(`missing.* and ${allIndices.length - 3} more$`));
  });
});

describe('checkVersions', () => {
  const server = (version: string): ReturnType<typeof elasticAnswers> =>
    elasticAnswers({ '/_nodes': { status: 200, body: { nodes: { a: { version } } } } });
  const readText = (): string => '{"version":"8.19.1"}';

  it.each([
    ['8.19.21', 'ok'],
    ['9.1.0', 'ok'],
    ['7.17.0', 'fail'],
  ])('takes a server %s as %s', async (version, level) => {
    const results = await checkVersions(testContext({ elastic: server(version), readText }));
    expect(results).toMatchObject([{ level, saw: `server ${version}, client 8.19.1` }]);
  });

  it('refuses a Grafana that is too old', async () => {
    const context = testContext({ fetchJson: async () => ({ version: '11.6.0' }) });
    expect(await checkVersions(context)).toMatchObject([{ level: 'fail', what: 'Grafana' }]);
  });

  it('compares numbers, not letters', () => {
    expect(compareVersions('12.10.0', '12.3.0')).toBeGreaterThan(0);
    expect(compareVersions('12.3.0-pre', '12.3.0')).toBe(0);
    expect(compareVersions('12.2.9', '12.3.0')).toBeLessThan(0);
  });
});
