import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type AuditBlock, type Intervention, environment, indices } from '@spendscope/contracts';
import { ElasticBlockStore } from '../modules/audit/auditBlocks';
import { reconcile } from '../modules/interventions/housekeeping';
import { type TestApi, startTestApi } from '../testing/startTestApi';
import { testChannelToken, testIssuer } from '../testing/testGrafana';
import { ServerProcess } from './ServerProcess';

interface Wish {
  key: string;
  target: { type: 'account'; id: string };
  /** Ids that its key was ever answered with. */
  answered: Set<string>;
}

const askers = 6;

/**
 * Two servers on one store, killed in turn at random moments while people keep asking: afterwards there is no act
 * without its record, none without an outcome, none twice, and the chain verifies.
 */
export function killStorm(kills: number): void {
  let api: TestApi;
  let jwks: ReturnType<typeof createServer>;
  let servers: ServerProcess[];
  beforeAll(async () => {
    api = await startTestApi();
    jwks = createServer((_request, response) =>
      response.setHeader('content-type', 'application/json').end(api.grafana.jwks)
    );
    await new Promise<void>((resolve) => jwks.listen(0, '127.0.0.1', resolve));
    const { url, caFile, username, password } = api.config.elastic;
    servers = [0, 1].map(
      () =>
        new ServerProcess({
          [environment.elasticsearchUrl]: url,
          [environment.elasticsearchCa]: caFile ?? '',
          [environment.elasticsearchUsername]: username ?? '',
          [environment.elasticsearchPassword]: password ?? '',
          [environment.stateDir]: api.config.stateDir,
          [environment.channelTokens]: testChannelToken,
          [environment.grafanaIssuer]: testIssuer,
          [environment.grafanaJwks]: `http://127.0.0.1:${(jwks.address() as AddressInfo).port}/`,
          [environment.apiPort]: '0',
        })
    );
    await Promise.all(servers.map((server) => server.start()));
  }, 180_000);
  afterAll(async () => {
    await Promise.all((servers ?? []).map((server) => server.kill()));
    jwks?.close();
    await api?.stop();
  });

  it(`loses and doubles nothing over ${kills} kills at random moments under load`, async () => {
    const wishes: Wish[] = [];
    let storm = true;
    const ask = async (wish: Wish, server: ServerProcess): Promise<number> => {
      const answer = await fetch(`${server.url}/v1/interventions`, {
        method: 'POST',
        signal: AbortSignal.timeout(15_000),
        headers: {
          ...(await api.grafana.headers(`asker-${wish.key.slice(0, 6)}`, 'Admin')),
          'content-type': 'application/json',
          'idempotency-key': wish.key,
        },
        body: JSON.stringify({
          action: 'require_extra_auth',
          target: wish.target,
          reasonCode: 'velocity',
          durationSec: 86_400,
        }),
      });
      const body = (await answer.json()) as { intervention?: Intervention };
      if (body.intervention) {
        wish.answered.add(body.intervention.id);
      }
      return answer.status;
    };
    const asker = async (number: number): Promise<void> => {
      while (storm) {
        const wish: Wish = {
          key: randomUUID(),
          target: { type: 'account', id: `C-${randomUUID().slice(0, 13).toUpperCase()}` },
          answered: new Set(),
        };
        wishes.push(wish);
        // As a browser does: the same key again until there is an answer, on whichever server is up.
        for (let attempt = number; storm && wish.answered.size === 0; attempt++) {
          await ask(wish, servers[attempt % servers.length]!).catch(() => wait(50));
        }
      }
    };
    const load = Array.from({ length: askers }, (_, number) => asker(number));
    for (let kill = 0; kill < kills; kill++) {
      await wait(Math.random() * 400);
      const server = servers[kill % servers.length]!;
      await server.kill();
      await server.start();
    }
    storm = false;
    await Promise.all(load);
    await Promise.all(servers.map((server) => server.kill()));
    api.advance(61_000);
    for (let rounds = 0; rounds < 50 && (await reconcile(api.services.interventions)) > 0; rounds++);
    expect(wishes.filter((wish) => wish.answered.size > 0).length).toBeGreaterThan(0);
    await judge(api, wishes);
  }, 1_800_000);
}

/** Everything that must hold, asked of the store itself. */
async function judge(api: TestApi, wishes: readonly Wish[]): Promise<void> {
  const { client, states, audit } = api.services;
  const outcomes = new Map<string, string[]>();
  await client.indices.refresh({ index: [indices.audit.name, indices.interventions.name] });
  for await (const { block } of new ElasticBlockStore(client).all(-1)) {
    for (const { intervention_id, stage, result } of (block as AuditBlock).records) {
      if (intervention_id) {
        outcomes.set(intervention_id, [...(outcomes.get(intervention_id) ?? []), `${stage}:${result}`]);
      }
    }
  }
  for (const wish of wishes) {
    expect([...wish.answered].length).toBeLessThanOrEqual(1);
    const { hits } = await client.search<Intervention>({
      index: indices.interventions.name,
      size: 10,
      query: { term: { [indices.interventions.fields.target.id]: wish.target.id } },
    });
    const all = hits.hits.map((hit) => hit._source!);
    const active = all.filter((one) => one.state === 'active');
    const inForce = (await states.get(wish.target)).interventions.map((entry) => entry.id);
    expect(inForce).toEqual(active.map((one) => one.id));
    expect(active.length).toBeLessThanOrEqual(1);
    for (const { id, state } of all) {
      expect(['active', 'failed']).toContain(state);
      const records = outcomes.get(id) ?? [];
      expect(records).toEqual(expect.arrayContaining(['Received:received', 'Decided:allow']));
      expect(records.some((record) => record === `${state === 'active' ? 'Completed' : 'Failed'}:${state}`)).toBe(true);
    }
    for (const id of wish.answered) {
      // Who was told that it is active finds it active, and under this id.
      expect(active.map((one) => one.id)).toEqual([id]);
    }
  }
  expect(await audit.verifier.verify()).toMatchObject({ ok: true });
}
