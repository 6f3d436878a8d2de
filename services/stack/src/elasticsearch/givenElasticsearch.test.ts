import { mkdtempSync, rmSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { givenElasticsearch } from './givenElasticsearch';

/** A server with a native realm, which the Elasticsearch of our tests lacks: it keeps roles and users that are put. */
function nativeServer(put: Map<string, { password?: string }>): Server {
  return createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      if (request.method === 'PUT') {
        put.set(request.url!, JSON.parse(text) as { password?: string });
      }
      response.setHeader('x-elastic-product', 'Elasticsearch');
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ has_all_requested: true }));
    });
  });
}

describe('variables that cannot be right', () => {
  it.each([
    ['localhost:9200', undefined, 'ELASTICSEARCH_URL is "localhost:9200", which is not an http(s) address.'],
    ['https://localhost:9200', '/nowhere/ca.crt', 'There is no file /nowhere/ca.crt, which ELASTICSEARCH_CA names.'],
  ])('address %s with authority %s is one plain sentence', async (url, ca, message) => {
    const env = { ELASTICSEARCH_URL: url, ELASTICSEARCH_CA: ca };
    await expect(givenElasticsearch({ env, stateDir: '/nowhere', makeUsers: false })).rejects.toThrow(message);
  });
});

describe('a given Elasticsearch that makes users on request', () => {
  const stateDir = mkdtempSync(join(tmpdir(), 'spendscope-native-'));
  const put = new Map<string, { password?: string }>();
  const server = nativeServer(put);
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => {
    rmSync(stateDir, { recursive: true });
    return new Promise((resolve) => server.close(resolve));
  });
  beforeEach(() => put.clear());

  const connect = (makeUsers: boolean): ReturnType<typeof givenElasticsearch> =>
    givenElasticsearch({
      env: {
        ELASTICSEARCH_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        ELASTICSEARCH_USERNAME: 'elastic',
        ELASTICSEARCH_PASSWORD: 'secret',
      },
      stateDir,
      makeUsers,
    });

  it('makes none unasked, makes them once when asked, and gives them this version’s roles at later starts', async () => {
    expect((await connect(false)).remark).toContain('--make-users');
    expect([...put.keys()]).toEqual([]);

    const made = await connect(true);
    expect(made.users.setup.username).toBe('elastic');
    expect(put.get('/_security/user/spendscope-grafana')?.password).toBe(made.users.grafana.password);
    expect([...put.keys()].filter((path) => path.startsWith('/_security/role/'))).toHaveLength(3);

    put.clear();
    const later = await connect(false);
    expect(later).toEqual(made);
    expect(put.has('/_security/role/spendscope_api')).toBe(true);
  });
});
