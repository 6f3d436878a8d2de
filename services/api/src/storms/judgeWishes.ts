import { type AuditBlock, type Intervention, indices } from '@spendscope/contracts';
import { OpenOccasions } from '../modules/audit/OpenOccasions';
import { ElasticBlockStore } from '../modules/audit/auditBlocks';
import { reconcile } from '../modules/interventions/housekeeping';
import type { TestApi } from '../testing/startTestApi';
import { createSweep } from '../workers/createSweep';
import { type Wish, lasting, longer } from './Askers';

/** Lets a minute pass and closes what the storm left between two moves, as the worker does. */
export async function settle(api: TestApi): Promise<void> {
  api.advance(61_000);
  for (let rounds = 0; rounds < 50 && (await reconcile(api.services.interventions)) > 0; rounds++);
  await createSweep(api.services).sweep();
}

/**
 * Everything that must hold after a storm, asked of the store itself: no act without its record, none without an outcome,
 * none twice, who was told of an act finds it, and the chain verifies.
 */
export async function judgeWishes(api: TestApi, wishes: readonly Wish[]): Promise<void> {
  const { client, states, audit } = api.services;
  const outcomes = new Map<string, string[]>();
  const open = new OpenOccasions();
  await client.indices.refresh({ index: [indices.audit.name, indices.interventions.name] });
  for await (const { block } of new ElasticBlockStore(client).all(-1)) {
    for (const record of (block as AuditBlock).records) {
      const { intervention_id, stage, result } = record;
      open.take(record);
      if (intervention_id) {
        outcomes.set(intervention_id, [...(outcomes.get(intervention_id) ?? []), `${stage}:${result}`]);
      }
    }
  }
  // Each request has its outcome, also one that died before there was an intervention.
  expect(open.all()).toEqual([]);
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
    const { then } = wish;
    for (const { id, state, duration_sec } of all) {
      expect(['active', 'failed', ...(then?.kind === 'release' ? ['released'] : [])]).toContain(state);
      // An extension that was answered holds; one that was not may.
      const lengths = then?.kind === 'extend' ? (then.done ? [longer] : [lasting, longer]) : [lasting];
      expect(lengths).toContain(duration_sec);
      const records = outcomes.get(id) ?? [];
      expect(records).toEqual(expect.arrayContaining(['Received:received', 'Decided:allow']));
      expect(records.some((record) => record === `${state === 'failed' ? 'Failed' : 'Completed'}:${state}`)).toBe(true);
    }
    for (const id of wish.answered) {
      // Who was told that it is active finds it active, and under this id, until the same person took it back.
      const there = then?.kind === 'release' ? all.filter(({ state }) => state === 'released') : [];
      expect([...active, ...there].map((one) => one.id)).toEqual([id]);
      expect(then?.kind === 'release' && then.done ? active : []).toEqual([]);
    }
  }
  expect(await audit.verifier.verify()).toMatchObject({ ok: true });
}
