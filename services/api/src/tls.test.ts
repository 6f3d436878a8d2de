import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type RequestOptions, get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import { buildApp } from './app';
import { readConfig } from './config/readConfig';
import { createServices } from './services';
import { createTestGrafana, testChannelToken, testIssuer } from './testing/testGrafana';

/** A certificate for localhost that lives a day, and its key; undefined where there is no OpenSSL to make it. */
function throwAwayCertificate(folder: string): { cert: string; key: string } | undefined {
  const [cert, key] = [join(folder, 'tls.crt'), join(folder, 'tls.key')];
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'],
    ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', cert],
  ]);
  return made.status === 0 ? { cert, key } : undefined;
}

/** A certificate for a client, signed by an authority; undefined where there is no OpenSSL to make it. */
function clientOf(authority: { cert: string; key: string }, name: string): { cert: Buffer; key: Buffer } {
  const [key, request, cert] = ['key', 'csr', 'crt'].map((end) => join(folder, `${name}.${end}`)) as [
    string,
    string,
    string,
  ];
  const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  spawnSync('openssl', ['req', ...ec, '-subj', `/CN=${name}`, '-keyout', key, '-out', request]);
  const signed = ['-CA', authority.cert, '-CAkey', authority.key, '-CAcreateserial', '-days', '1', '-out', cert];
  spawnSync('openssl', ['x509', '-req', '-in', request, ...signed]);
  return { cert: readFileSync(cert), key: readFileSync(key) };
}

const folder = mkdtempSync(join(tmpdir(), 'spendscope-tls-'));
const files = throwAwayCertificate(folder);

afterAll(() => rmSync(folder, { recursive: true }));

const environmentOf = (state: string): NodeJS.ProcessEnv => ({
  ELASTICSEARCH_URL: 'http://127.0.0.1:9',
  SPENDSCOPE_STATE_DIR: join(folder, state),
  SPENDSCOPE_CHANNEL_TOKENS: testChannelToken,
  SPENDSCOPE_GRAFANA_ISSUER: testIssuer,
  SPENDSCOPE_TLS_CERT: files!.cert,
  SPENDSCOPE_TLS_KEY: files!.key,
});

const trusting = (): RequestOptions => ({ ca: readFileSync(files!.cert) });

const ask = (app: FastifyInstance, options: RequestOptions): Promise<string> =>
  new Promise((resolve, reject) => {
    const { port } = app.server.address() as AddressInfo;
    const own = { host: 'localhost', lookup: undefined, port, path: '/healthz', family: 4, agent: false };
    get({ ...own, ...options }, (response) => void text(response).then(resolve, reject)).once('error', reject);
  });

// Skipped by this name where there is no OpenSSL.
(files ? describe : describe.skip)('the listener with a certificate', () => {
  let app: FastifyInstance;
  beforeAll(async () => {
    const config = readConfig(environmentOf('state'));
    app = await buildApp(createServices(config, { keys: (await createTestGrafana()).keys }));
    await app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    await app.close();
  });

  it('answers who trusts the certificate', async () => {
    expect(await ask(app, trusting())).toBe('{"status":"ok"}');
  });

  it('is not believed by who does not, and speaks no old TLS', async () => {
    await expect(ask(app, {})).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    const old = ask(app, {
      ...trusting(),
      maxVersion: 'TLSv1.1',
      minVersion: 'TLSv1',
      ciphers: 'ALL@SECLEVEL=0',
    });
    await expect(old).rejects.toMatchObject({ message: expect.stringMatching(/alert protocol version/i) });
  });

  it('answers nothing without TLS', async () => {
    const { port } = app.server.address() as AddressInfo;
    await expect(fetch(`http://localhost:${port}/healthz`)).rejects.toThrow();
  });
});

(files ? describe : describe.skip)('a client certificate', () => {
  const authorityOf = (name: string): { cert: string; key: string } => {
    const itsOwn = join(folder, name);
    mkdirSync(itsOwn);
    return throwAwayCertificate(itsOwn)!;
  };
  let app: FastifyInstance;
  let identity: string;
  let authority: ReturnType<typeof authorityOf>;
  beforeAll(async () => {
    authority = authorityOf('authority');
    const config = readConfig({ ...environmentOf('state-of-clients'), SPENDSCOPE_TLS_CLIENT_CA: authority.cert });
    const grafana = await createTestGrafana();
    identity = await grafana.token('kim', 'Admin');
    app = await buildApp(createServices(config, { keys: grafana.keys }));
    await app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(() => app.close());

  const code = async (client: RequestOptions, headers: Record<string, string> = { 'x-grafana-id': identity }) => {
    const answer = JSON.parse(await ask(app, { ...trusting(), ...client, path: '/v1/actions', headers }));
    return answer.code ?? answer.caller.login;
  };

  it('of the authority proves the channel, and the person still has to be proven', async () => {
    const client = clientOf(authority, 'grafana-1');
    expect(await code(client)).toBe('kim');
    expect(await code(client, {})).toBe('identity_required');
  });

  it('of another authority, or none, proves nothing, and the token does as before', async () => {
    expect(await code(clientOf(authorityOf('stranger'), 'grafana-1'))).toBe('channel_required');
    expect(await code({})).toBe('channel_required');
    expect(await code({}, { 'x-grafana-id': identity, authorization: `Bearer ${testChannelToken}` })).toBe('kim');
  });

  it('is asked for only by a server with a certificate of its own', () => {
    const alone = { ...environmentOf('state'), SPENDSCOPE_TLS_CERT: '', SPENDSCOPE_TLS_KEY: '' };
    expect(() => readConfig({ ...alone, SPENDSCOPE_TLS_CLIENT_CA: authority.cert })).toThrow(
      'SPENDSCOPE_TLS_CLIENT_CA needs both'
    );
  });
});
