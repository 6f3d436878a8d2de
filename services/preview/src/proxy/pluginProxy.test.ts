import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { cookieOf, fixtureApp } from '../testing/fixtureApp';

interface Seen {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

const host = '127.0.0.1:3000';
const seen: Seen[] = [];
let service: Server;
let app: FastifyInstance;

beforeAll(async () => {
  service = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      seen.push({ method: request.method!, url: request.url!, headers: request.headers, body });
      response.writeHead(201, { 'content-type': 'application/problem+json', 'set-cookie': 'a=b' }).end('{"ok":true}');
    });
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  const { port } = service.address() as AddressInfo;
  app = await fixtureApp({ apiUrl: `http://127.0.0.1:${port}` });
});
beforeEach(() => seen.splice(0));
afterAll(async () => {
  await app.close();
  await new Promise((resolve) => service.close(resolve));
});

async function call(
  login: string,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  headers = {}
): Promise<LightMyRequestResponse> {
  return app.inject({
    method,
    url: `/api/plugin-proxy/fixture-app/${path}`,
    headers: { host, cookie: await cookieOf(app, login), ...headers },
    ...(method === 'GET' ? {} : { payload: { a: 1 } }),
  });
}

describe('the plugin proxy', () => {
  it('passes on the method, what the pattern’s * stands for, the query and the body, and gives the answer back', async () => {
    const answer = await call('admin', 'POST', 'v1/acts/lock/now?dryRun=true');
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/v1/acts/lock/now?dryRun=true', body: '{"a":1}' });
    expect(answer.statusCode).toBe(201);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.json()).toEqual({ ok: true });
  });

  it('adds the channel token and a signed identity that its own keys verify', async () => {
    await call('operator', 'GET', 'v1/anomalies');
    const { headers } = seen[0]!;
    expect(headers.authorization).toBe('Bearer channel-token');
    const keys = (await app.inject({ url: '/api/signing-keys/keys', headers: { host } })).json<JSONWebKeySet>();
    expect(JSON.stringify(keys)).not.toContain('"d"');
    const { payload, protectedHeader } = await jwtVerify(String(headers['x-grafana-id']), createLocalJWKSet(keys), {
      issuer: 'http://127.0.0.1:3000/',
      audience: 'org:1',
      algorithms: ['ES256'],
    });
    expect(payload).toMatchObject({ type: 'user', sub: 'user:preview-operator', username: 'operator', role: 'Editor' });
    expect(payload.exp! - payload.iat!).toBe(600);
    expect(protectedHeader.kid).toBe(keys.keys[0]?.kid);
  });

  it('drops what a client claims to be, and its cookies', async () => {
    await call('viewer', 'GET', 'v1/anomalies', {
      'x-grafana-id': 'forged',
      'x-grafana-context': 'forged',
      authorization: 'Bearer forged',
      'idempotency-key': 'k',
    });
    const { headers } = seen[0]!;
    expect(JSON.stringify(headers)).not.toContain('forged');
    expect(headers.cookie).toBeUndefined();
    expect(headers['idempotency-key']).toBe('k');
  });

  it.each([
    ['viewer', 'GET', 'v1/anomalies', 201],
    ['viewer', 'GET', 'v1/audit/records', 403],
    ['operator', 'GET', 'v1/audit/records', 201],
    ['operator', 'POST', 'v1/acts/lock', 403],
    ['admin', 'POST', 'v1/acts', 404],
    ['admin', 'POST', 'v1/acts/lock', 201],
    ['admin', 'PUT', 'v1/acts/lock', 404],
    ['admin', 'GET', 'v2/anything', 404],
  ] as const)('answers %s on %s %s with %d', async (login, method, path, status) => {
    const answer = await call(login, method, path);
    expect(answer.statusCode).toBe(status);
    expect(seen).toHaveLength(status === 201 ? 1 : 0);
  });

  it('says so as Grafana does where access is denied', async () => {
    expect((await call('viewer', 'POST', 'v1/acts/lock')).json()).toEqual({
      message: 'plugin proxy route access denied',
    });
  });

  it('says what to start where the service cannot be reached', async () => {
    const alone = await fixtureApp();
    const answer = await alone.inject({ url: '/api/plugin-proxy/fixture-app/v1/anomalies', headers: { host } });
    expect(answer.statusCode).toBe(502);
    expect(answer.json()).toEqual({ message: expect.stringContaining('npm start') as string });
    await alone.close();
  });
});
