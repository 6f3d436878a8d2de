import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OrgRole, indices } from '@spendscope/contracts';
import {
  type ElasticClient,
  connectionFromEnvironment,
  createElasticClient,
  installTemplates,
} from '@spendscope/elastic';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { buildApp } from '../app';
import type { ApiConfig } from '../config/readConfig';
import { type Services, createServices } from '../services';
import { type TestGrafana, createTestGrafana, testChannelToken, testIssuer } from './testGrafana';

export const testAlertSecret = 'alert-secret-of-the-tests-000001';
export const testWatcherToken = 'watcher-token-of-the-tests-00001';
export const testServiceToken = 'service-token-of-the-tests-00001';

/** A server of the test's own over the real Elasticsearch, with the API's own rights there. */
export interface TestApi {
  app: FastifyInstance;
  services: Services;
  grafana: TestGrafana;
  config: ApiConfig;
  /** Elasticsearch as somebody who may do anything, also what the API may not. */
  owner: ElasticClient;
  /** Moves the service's clock; milliseconds. */
  advance(ms: number): void;
  call(as: Persona, method: string, url: string, options?: CallOptions): Promise<LightMyRequestResponse>;
  /** The same calls through a second server on the same store and state folder. */
  replica(change?: Partial<ApiConfig>): Promise<Pick<TestApi, 'app' | 'services' | 'call' | 'stop'>>;
  stop(): Promise<void>;
}

export type Persona = `${string}:${OrgRole}`;

interface CallOptions {
  body?: unknown;
  headers?: Record<string, string>;
  /** Sent as Idempotency-Key. */
  key?: string;
}

const timeouts = { requestTimeout: 20_000, maxRetries: 1 };

/**
 * Starts on an empty audit log, since chains of two keys do not verify each other, and without what other tests locked: the
 * brake counts all locks of ten minutes, and would ask for a second person.
 */
export async function startTestApi(change: Partial<ApiConfig> = {}): Promise<TestApi> {
  const owner = createElasticClient(connectionFromEnvironment(), timeouts);
  const own = [indices.audit, indices.auditCheckpoints, indices.controls, indices.interventions, indices.states].map(
    ({ name }) => name
  );
  await owner.indices.delete({ index: own, ignore_unavailable: true });
  await installTemplates(owner);
  const grafana = await createTestGrafana();
  const users = JSON.parse(process.env.SPENDSCOPE_TEST_ELASTICSEARCH ?? '{}');
  const config: ApiConfig = {
    host: '127.0.0.1',
    port: 0,
    elastic: { ...connectionFromEnvironment(), ...users.api },
    stateDir: await mkdtemp(join(tmpdir(), 'spendscope-api-')),
    channelTokens: [testChannelToken],
    alertSecrets: [testAlertSecret],
    watcherTokens: [testWatcherToken],
    serviceTokens: [{ name: 'payments', token: testServiceToken }],
    decisionsFail: 'closed',
    grafana: { issuer: testIssuer, jwksUrl: 'http://127.0.0.1:9/', orgId: '1' },
    mode: 'enforce',
    logLevel: 'silent',
    // The tests' few people ask more within a minute than a person does, and the more the faster the machine.
    requestBudget: { reads: 100_000, acts: 100_000 },
    usualLimits: {
      actsPerPersonPerMinute: 100_000,
      actsPerActionPerMinute: 100_000,
      actsPerTargetPerMinute: 1_000,
      actsPerInstancePerMinute: 100_000,
    },
    ...change,
  };
  let offset = 0;
  const serve = async (
    itsOwn: Partial<ApiConfig> = {}
  ): Promise<Pick<TestApi, 'app' | 'services' | 'call' | 'stop'>> => {
    const services = createServices(
      { ...config, ...itsOwn },
      {
        client: createElasticClient(config.elastic, timeouts),
        keys: grafana.keys,
        now: () => new Date(Date.now() + offset),
      }
    );
    const app = await buildApp(services);
    await app.ready();
    return {
      app,
      services,
      call: async (as, method, url, options) => app.inject(await requestOf(grafana, as, method, url, options)),
      stop: async () => {
        await app.close();
        await services.audit.log.settled();
        await services.connectors.close();
        await services.client.close();
      },
    };
  };
  const first = await serve();
  return {
    ...first,
    grafana,
    config,
    owner,
    advance: (ms) => {
      offset += ms;
    },
    replica: serve,
    stop: async () => {
      await first.stop();
      await owner.close();
      await rm(config.stateDir, { recursive: true });
    },
  };
}

async function requestOf(
  grafana: TestGrafana,
  as: Persona,
  method: string,
  url: string,
  { body, headers, key }: CallOptions = {}
): Promise<InjectOptions> {
  const [login, role] = as.split(':') as [string, OrgRole];
  return {
    method: method as InjectOptions['method'],
    url,
    headers: {
      ...(await grafana.headers(login, role)),
      ...(key ? { 'idempotency-key': key } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: body as object }),
  };
}
