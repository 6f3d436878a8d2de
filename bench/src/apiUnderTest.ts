import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { type ApiConfig, type Services, buildApp, createServices } from '@spendscope/api';
import { type ElasticClient, createElasticClient, installTemplates } from '@spendscope/elastic';
import { startTestElasticsearch } from '@spendscope/stack';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';

export const benchTokens = { channel: 'channel-token-of-the-benchmark', service: 'service-token-of-the-benchmark' };
const issuer = 'http://grafana.bench/';

export interface ApiUnderTest {
  url: string;
  services: Services;
  /** Elasticsearch as its owner. */
  owner: ElasticClient;
  /** Headers of an admin, as Grafana's proxy sends them. */
  headers(login: string): Promise<Record<string, string>>;
  stop(): Promise<void>;
}

/** The real service on a real, empty Elasticsearch of its own; `change` is of its configuration. */
export async function startApiUnderTest(change: Partial<ApiConfig> = {}): Promise<ApiUnderTest> {
  const stateDir = mkdtempSync(path.join(os.tmpdir(), 'spendscope-bench-'));
  const server = await startTestElasticsearch();
  const { url, caFile } = server;
  const owner = createElasticClient({ url, caFile, ...server.users.setup! });
  await installTemplates(owner);
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const keySet = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'bench', alg: 'ES256' }] });
  const jwks = createServer((_request, response) => response.setHeader('content-type', 'application/json').end(keySet));
  await new Promise<void>((resolve) => jwks.listen(0, '127.0.0.1', resolve));
  const config: ApiConfig = {
    host: '127.0.0.1',
    port: 0,
    elastic: { url, caFile, ...server.users.api! },
    stateDir,
    channelTokens: [benchTokens.channel],
    grafana: { issuer, jwksUrl: `http://127.0.0.1:${(jwks.address() as AddressInfo).port}/`, orgId: '1' },
    alertSecrets: [],
    watcherTokens: [],
    serviceTokens: [{ name: 'payments', token: benchTokens.service }],
    decisionsFail: 'closed',
    mode: 'enforce',
    logLevel: 'silent',
    ...change,
  };
  const services = createServices(config);
  const app = await buildApp(services);
  return {
    url: await app.listen({ host: '127.0.0.1', port: 0 }),
    services,
    owner,
    headers: async (login) => ({
      authorization: `Bearer ${benchTokens.channel}`,
      'x-grafana-id': await new SignJWT({ type: 'user', username: login, role: 'Admin' })
        .setProtectedHeader({ alg: 'ES256', kid: 'bench' })
        .setIssuer(issuer)
        .setAudience('org:1')
        .setSubject(`user:${login}`)
        .setIssuedAt()
        .setExpirationTime('10m')
        .sign(privateKey),
    }),
    stop: async () => {
      await app.close();
      await services.audit.log.settled();
      await services.client.close();
      await owner.close();
      jwks.close();
      await server.stop();
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
}
