import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
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

const folder = mkdtempSync(join(tmpdir(), 'spendscope-tls-'));
const files = throwAwayCertificate(folder);

// Skipped by this name where there is no OpenSSL.
(files ? describe : describe.skip)('the listener with a certificate', () => {
  let app: FastifyInstance;
  beforeAll(async () => {
    const config = readConfig({
      ELASTICSEARCH_URL: 'http://127.0.0.1:9',
      SPENDSCOPE_STATE_DIR: join(folder, 'state'),
      SPENDSCOPE_CHANNEL_TOKENS: testChannelToken,
      SPENDSCOPE_GRAFANA_ISSUER: testIssuer,
      SPENDSCOPE_TLS_CERT: files!.cert,
      SPENDSCOPE_TLS_KEY: files!.key,
    });
    app = await buildApp(createServices(config, { keys: (await createTestGrafana()).keys }));
    await app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  const ask = (options: RequestOptions): Promise<string> =>
    new Promise((resolve, reject) => {
      const { port } = app.server.address() as AddressInfo;
      const own = { host: 'localhost', lookup: undefined, port, path: '/healthz', family: 4, agent: false };
      get({ ...own, ...options }, (response) => void text(response).then(resolve, reject)).once('error', reject);
    });

  it('answers who trusts the certificate', async () => {
    expect(await ask({ ca: readFileSync(files!.cert) })).toBe('{"status":"ok"}');
  });

  it('is not believed by who does not, and speaks no old TLS', async () => {
    await expect(ask({})).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    const old = ask({
      ca: readFileSync(files!.cert),
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
