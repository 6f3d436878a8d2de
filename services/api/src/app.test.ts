import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Problem, rightFor, rights } from '@spendscope/contracts';
import type { FastifyBaseLogger, FastifyInstance, InjectOptions, RouteOptions } from 'fastify';
import type { TSchema } from 'typebox';
import Value from 'typebox/value';
import { buildApp } from './app';
import { readConfig } from './config/readConfig';
import { type Operation, successOf } from './http/addExamples';
import { examples } from './http/examples';
import { createLogger } from './logger';
import { DecisionView } from './modules/decisions/DecisionView';
import { createServices } from './services';
import { createTestGrafana, testChannelToken, testIssuer } from './testing/testGrafana';

/** Not through Grafana: each with a credential of its own. */
const modelRoutes = ['/v2/models/:name', '/v2/models/:name/versions/:version'];
const machineRoutes = [
  ...['/v1/decisions/:userId', '/v1/hooks/grafana-alert', '/v1/hooks/watcher'],
  ...['/v2', '/v2/health/live', '/v2/health/ready'],
  ...modelRoutes.flatMap((path) => [path, `${path}/infer`, `${path}/ready`]),
];
const openRoutes = ['/healthz', '/metrics', '/openapi.json', '/readyz'];

const serviceToken = 'service-token-of-this-test-00001';
const started = new Date();

/** What the server logged. */
const lines: string[] = [];

/** A server whose Elasticsearch is away: nothing listens on the discard port. */
async function appWithoutStore(
  stateDir: string,
  more: NodeJS.ProcessEnv = {}
): Promise<{ app: FastifyInstance; routes: RouteOptions[] }> {
  const config = readConfig({
    ELASTICSEARCH_URL: 'http://127.0.0.1:9',
    SPENDSCOPE_STATE_DIR: stateDir,
    SPENDSCOPE_CHANNEL_TOKENS: testChannelToken,
    SPENDSCOPE_GRAFANA_ISSUER: testIssuer,
    ...more,
    SPENDSCOPE_SERVICE_TOKENS: `payments:${serviceToken}`,
  });
  const routes: RouteOptions[] = [];
  const services = createServices(config, {
    keys: (await createTestGrafana()).keys,
    // A clock that stands: no bucket fills while a slow machine counts.
    now: () => started,
  });
  const logger = createLogger('info', { write: (line) => void lines.push(line) });
  const app = await buildApp(services, logger as FastifyBaseLogger, (route) => routes.push(route));
  await app.ready();
  return { app, routes };
}

describe('the server', () => {
  let stateDir: string;
  let app: FastifyInstance;
  let routes: RouteOptions[];
  beforeAll(async () => {
    stateDir = await mkdtemp(join(tmpdir(), 'spendscope-api-'));
    ({ app, routes } = await appWithoutStore(stateDir));
  });
  afterAll(async () => {
    await app.close();
    await rm(stateDir, { recursive: true });
  });

  it('asks for a right on every route but the open ones', () => {
    const open = routes.filter((route) => route.config?.open).map((route) => route.url);
    expect([...open].sort()).toEqual(openRoutes);
    const machines = routes.filter((route) => route.config?.machine).map((route) => route.url);
    expect([...machines].sort()).toEqual([...machineRoutes].sort());
    const guarded = routes.filter((route) => !route.config?.open && !route.config?.machine);
    expect(guarded.length).toBeGreaterThan(20);
    for (const { method, url } of guarded) {
      expect([method, url, rights]).toEqual([method, url, expect.arrayContaining([rightFor(String(method), url)])]);
    }
  });

  it('refuses every route but the open ones to whoever proves nothing', async () => {
    const codes = { none: 'channel_required', service: 'credential_required', watcher: 'credential_required' };
    for (const { method, url, config } of routes.filter((route) => !route.config?.open)) {
      const answer = await app.inject({ method: method as InjectOptions['method'], url: url.replace(/:\w+/g, 'x') });
      const code = { ...codes, 'grafana-alert': 'signature_required' }[config?.machine ?? 'none'];
      expect([method, url, answer.statusCode, answer.json().code]).toEqual([method, url, 401, code]);
    }
  });

  it('refuses on every route a query that the route does not know', async () => {
    for (const { url, schema } of routes) {
      const query = schema?.querystring as { additionalProperties?: boolean } | undefined;
      expect([url, query?.additionalProperties]).toEqual([url, false]);
    }
    for (const url of openRoutes) {
      const answer = await app.inject({ url: `${url}?colour=red` });
      expect([url, answer.statusCode, answer.json().detail]).toEqual([
        url,
        400,
        'querystring/colour is not known here.',
      ]);
    }
  });

  it('describes every route in OpenAPI 3.1, without the index mapping', async () => {
    const document = (await app.inject({ url: '/openapi.json' })).json();
    expect(document.openapi).toBe('3.1.0');
    const described = Object.entries(document.paths as Record<string, object>).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`)
    );
    const expected = routes
      .filter((route) => !['/metrics', '/openapi.json'].includes(route.url))
      .map((route) => `${String(route.method)} ${route.url.replace(/:(\w+)/g, '{$1}')}`);
    expect(described.sort()).toEqual(expected.sort());
    expect(JSON.stringify(document)).not.toContain('"es":');
  });

  it('shows one example of every operation, and each is what its schema says', async () => {
    const { paths } = (await app.inject({ url: '/openapi.json' })).json() as {
      paths: Record<string, Record<string, Operation>>;
    };
    const operations = Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation }))
    );
    expect(operations.map(({ name }) => name).sort()).toEqual(Object.keys(examples).sort());
    for (const { name, operation } of operations) {
      const content = operation.requestBody?.content ?? successOf(operation)?.content;
      const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
      const shown = [...Object.values(content ?? {}), ...inPath].filter(({ example }) => example !== undefined);
      expect([name, shown.length]).not.toEqual([name, 0]);
      for (const { schema, example } of shown as { schema: TSchema; example: unknown }[]) {
        expect([name, [...Value.Errors(schema, example)]]).toEqual([name, []]);
      }
    }
  });

  it('lives without Elasticsearch, is not ready, and says so', async () => {
    expect((await app.inject({ url: '/healthz' })).json()).toEqual({ status: 'ok' });
    const ready = await app.inject({ url: '/readyz' });
    expect([ready.statusCode, ready.json().code, ready.headers['retry-after']]).toEqual([
      503,
      'audit_unavailable',
      '5',
    ]);
  });

  it('answers what does not exist as a problem', async () => {
    const answer = await app.inject({ method: 'POST', url: '/v2/nothing' });
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.json()).toEqual({
      type: 'urn:spendscope:problem:not_found',
      title: 'Not Found',
      status: 404,
      code: 'not_found',
      detail: 'There is nothing at this address. See /openapi.json for what there is.',
      requestId: answer.headers['x-request-id'],
      traceId: String(answer.headers['x-request-id']).replaceAll('-', ''),
    });
  });

  it('goes on with the trace of who calls: in the problem, in the header that it answers, in the log', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    lines.length = 0;
    const headers = { traceparent: `00-${traceId}-00f067aa0ba902b7-01` };
    const answer = await app.inject({ url: '/v1/actions', headers });
    expect(answer.json()).toMatchObject({ status: 401, traceId });
    expect(answer.headers.traceparent).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-00$`));
    expect(lines.map((line) => JSON.parse(line).traceId)).toEqual(lines.map(() => traceId));
    expect(lines.length).toBeGreaterThanOrEqual(2);
    const decision = await app.inject({ url: '/v1/decisions/C-1', headers });
    expect(decision.json()).toMatchObject({ status: 401, traceId });
  });

  it('logs no decision but one that failed, with the trace of its call', async () => {
    const headers = {
      authorization: `Bearer ${serviceToken}`,
      traceparent: `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01`,
    };
    const ask = () => app.inject({ url: '/v1/decisions/C-1', headers });
    lines.length = 0;
    expect((await ask()).statusCode).toBe(200);
    expect(lines).toEqual([]);
    const broken = jest.spyOn(DecisionView.prototype, 'decide').mockImplementation(() => {
      throw new Error('broken');
    });
    const answer = await ask();
    broken.mockRestore();
    expect(answer.statusCode).toBe(500);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 50, msg: 'request failed', reqId: answer.json().requestId, traceId: 'ab'.repeat(16) },
    ]);
  });

  it.each([
    ['a person', { url: '/v1/actions' }],
    ['a payment system', { url: '/v1/decisions/C-1' }],
    ['Watcher', { method: 'POST', url: '/v1/hooks/watcher' }],
    ['the alerting', { method: 'POST', url: '/v1/hooks/grafana-alert', payload: { alerts: [] } }],
  ] as [string, InjectOptions][])('slows down who keeps failing to prove to be %s', async (who, call) => {
    const from = (remoteAddress: string) => app.inject({ ...call, remoteAddress });
    const answers = [];
    for (let number = 0; number < 130; number++) {
      answers.push(await from(`the-address-of-${who}`));
    }
    expect(answers[0]!.statusCode).toBe(401);
    const last = answers.at(-1)!;
    expect([last.statusCode, last.json().code, Number(last.headers['retry-after']) > 0]).toEqual([
      429,
      'rate_limited',
      true,
    ]);
    expect((await from('another address')).statusCode).toBe(401);
  });

  it('counts guesses at one address together, whichever way in they try, and lets the right token in', async () => {
    const remoteAddress = '203.0.113.10';
    const ways: InjectOptions[] = [{ url: '/v1/actions' }, { url: '/v1/decisions/C-1' }];
    for (let number = 0; number < 130; number++) {
      await app.inject({ ...ways[number % 2]!, remoteAddress });
    }
    const statuses = ways.map(async (way) => (await app.inject({ ...way, remoteAddress })).statusCode);
    expect(await Promise.all(statuses)).toEqual([429, 429]);
    const headers = { authorization: `Bearer ${serviceToken}` };
    expect((await app.inject({ ...ways[1]!, remoteAddress, headers })).statusCode).toBe(200);
  });

  it('answers what is no HTTP and hangs up', async () => {
    await app.listen({ host: '127.0.0.1', port: 0 });
    const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
    socket.end('GARBAGE\r\n\r\n');
    const received = await text(socket);
    expect(received).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    const problem = JSON.parse(received.split('\r\n\r\n')[1]!);
    expect([problem.status, problem.code, Value.Check(Problem, problem)]).toEqual([400, 'malformed', true]);
  });

  it('refuses an address that is too long with a problem, and logs it by its request’s id', async () => {
    const { app: listening } = await appWithoutStore(stateDir);
    lines.length = 0;
    await listening.listen({ host: '127.0.0.1', port: 0 });
    const url = `http://127.0.0.1:${(listening.server.address() as AddressInfo).port}/v1/actions?cursor=${'x'.repeat(20_000)}`;
    const answer = await fetch(url);
    const problem = (await answer.json()) as Problem;
    expect([answer.status, problem.code, Value.Check(Problem, problem)]).toEqual([431, 'headers_too_large', true]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(lines.map((line) => JSON.parse(line).reqId)).toContain(problem.requestId);
    await listening.close();
  });

  it('takes no call from a network that is not named, whatever it proves', async () => {
    const { app: closed } = await appWithoutStore(stateDir, { SPENDSCOPE_ALLOWED_NETWORKS: '10.1.0.0/16' });
    const headers = { authorization: `Bearer ${serviceToken}` };
    const ask = (url: string, remoteAddress: string) => closed.inject({ url, headers, remoteAddress });
    for (const url of ['/v1/decisions/C-1', '/v1/actions', '/healthz', '/nothing']) {
      const answer = await ask(url, '10.2.0.1');
      expect([url, answer.statusCode, answer.json().code]).toEqual([url, 403, 'address_refused']);
    }
    expect((await ask('/v1/decisions/C-1', '10.1.0.7')).statusCode).toBe(200);
    await closed.close();
  });

  it('takes no request id from outside', async () => {
    const answer = await app.inject({ url: '/healthz', headers: { 'x-request-id': 'forged', 'request-id': 'forged' } });
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('tells Prometheus how it does', async () => {
    const answer = await app.inject({ url: '/metrics' });
    expect(answer.body).toContain('spendscope_audit_errors_total 0');
    expect(answer.body).toMatch(/spendscope_identity_failures_total\{code="channel_required"\} \d+/);
  });
});
