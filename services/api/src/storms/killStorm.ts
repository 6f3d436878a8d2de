import { setTimeout as wait } from 'node:timers/promises';
import { type TestApi, startTestApi } from '../testing/startTestApi';
import { Askers } from './Askers';
import { ServerGroup } from './ServerGroup';
import { judgeWishes, settle } from './judgeWishes';

/**
 * Two servers on one store, killed in turn at random moments while people keep asking and deciding: afterwards there is no act
 * without its record, none without an outcome, none twice, and the chain verifies.
 */
export function killStorm(kills: number): void {
  let api: TestApi;
  let group: ServerGroup;
  beforeAll(async () => {
    api = await startTestApi();
    group = await ServerGroup.start(api, 2);
  }, 180_000);
  afterAll(async () => {
    await group?.kill();
    await api?.stop();
  });

  it(`loses and doubles nothing over ${kills} kills at random moments under load`, async () => {
    const askers = new Askers(api.grafana, () => group.urls);
    askers.start(6);
    for (let kill = 0; kill < kills; kill++) {
      await wait(Math.random() * 400);
      const server = group.servers[kill % group.servers.length]!;
      await server.kill();
      await server.start();
    }
    await askers.stop();
    await group.kill();
    await settle(api);
    expect(askers.done.length).toBeGreaterThan(0);
    // The storm went over every act, and over both changes of one.
    expect(new Set(askers.done.map(({ action }) => action)).size).toBe(3);
    expect(new Set(askers.wishes.flatMap(({ then }) => (then?.done ? [then.kind] : []))).size).toBe(2);
    // And over a second person's yes; the no is rarer, and not certain in a short one.
    expect(askers.wishes.some(({ decision }) => decision?.kind === 'approve' && decision.done)).toBe(true);
    await judgeWishes(api, askers.wishes);
    // On a machine that is busy besides, a kill and the start after it take a quarter of a minute.
  }, 5_400_000);
}
