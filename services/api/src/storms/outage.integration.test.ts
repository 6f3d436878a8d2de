import { setTimeout as wait } from 'node:timers/promises';
import { type DecisionAnswer, environment } from '@spendscope/contracts';
import { type TestElasticsearch, startTestElasticsearch, testEnvironment } from '@spendscope/stack';
import { type TestApi, startTestApi, testServiceToken } from '../testing/startTestApi';
import { type Answer, Askers } from './Askers';
import { ServerGroup } from './ServerGroup';
import { judgeWishes, settle } from './judgeWishes';

/** Acts that are done before and after, so that the outage falls among acts and not before them. */
const acts = 20;
const people = 6;

describe('the service, while Elasticsearch is killed and started again under load', () => {
  const before = { ...process.env };
  let elasticsearch: TestElasticsearch;
  let api: TestApi;
  let group: ServerGroup;

  beforeAll(async () => {
    elasticsearch = await startTestElasticsearch();
    // Its own store: the other tests' must not go away under them.
    Object.assign(process.env, testEnvironment(elasticsearch));
    api = await startTestApi();
    group = await ServerGroup.start(api, 2, { [environment.serviceTokens]: `payments:${testServiceToken}` });
  }, 300_000);
  afterAll(async () => {
    await group?.kill();
    await api?.stop();
    await elasticsearch?.stop();
    process.env = before;
  }, 60_000);

  it('says so with 503 and Retry-After, goes on by itself afterwards, and loses and doubles nothing', async () => {
    const askers = new Askers(api.grafana, () => group.urls);
    const done = async (count: number): Promise<void> => {
      while (askers.done.length < count) {
        await wait(50);
      }
    };
    askers.start(people);
    await done(acts);
    process.kill(-elasticsearch.pid, 'SIGKILL');
    await elasticsearch.exited;
    const away = performance.now();
    const readiness = async (): Promise<number[]> =>
      Promise.all(group.urls.map(async (url) => (await fetch(`${url}/readyz`)).status));
    expect(await readiness()).toEqual([503, 503]);
    // A payment waits for no store: what it is told is from memory, on every server.
    const decisions = group.urls.map(async (url) => {
      const headers = { authorization: `Bearer ${testServiceToken}` };
      const answer = await fetch(`${url}/v1/decisions/C-1`, { headers, signal: AbortSignal.timeout(10_000) });
      return [answer.status, ((await answer.json()) as DecisionAnswer).decision];
    });
    expect(await Promise.all(decisions)).toEqual(group.urls.map(() => [200, expect.stringMatching(/^(allow|deny)$/)]));
    // The store stays away until people were told so, however slow the machine is.
    const whoAskedAway = (): Answer[] => askers.answers.filter(({ from }) => from > away);
    while (whoAskedAway().length < people) {
      await wait(50);
    }
    const back = performance.now();
    elasticsearch = await elasticsearch.startAgain();
    await done(askers.done.length + acts);
    expect(await readiness()).toEqual([200, 200]);
    await askers.stop();

    const meanwhile = askers.answers.filter(({ from, to }) => from > away && to < back);
    expect(meanwhile.length).toBeGreaterThanOrEqual(people);
    for (const { status, code, retryAfter } of meanwhile) {
      expect({ status, code }).toEqual({ status: 503, code: expect.stringMatching(/^[a-z_]+$/) });
      expect(Number(retryAfter)).toBeGreaterThan(0);
    }
    // What is asked at its edges may find the own key still running, or the moment of a restart, but no fault of ours.
    expect([...new Set(askers.answers.map(({ status }) => status))].sort()).not.toContain(500);
    await group.kill();
    await settle(api);
    await judgeWishes(api, askers.wishes);
  }, 600_000);
});
