import { type AuditBlock, type Intervention, type InterventionState, indices } from '@spendscope/contracts';
import { OpenOccasions } from '../modules/audit/OpenOccasions';
import { ElasticBlockStore } from '../modules/audit/auditBlocks';
import { reconcile } from '../modules/interventions/housekeeping';
import type { TestApi } from '../testing/startTestApi';
import { createSweep } from '../workers/createSweep';
import { type Wish, isInForce, lasting, longer } from './wishes';

/** Lets a minute pass and closes what the storm left between two moves, as the worker does. */
export async function settle(api: TestApi): Promise<void> {
  api.advance(61_000);
  for (let rounds = 0; rounds < 50 && (await reconcile(api.services.interventions)) > 0; rounds++);
  await createSweep(api.services).sweep();
}

/**
 * Everything that must hold after a storm, asked of the store itself: no act without its record, none without an outcome,
 * none twice, none without the second person's word where the policy asks for it, who was told of an act or of a word finds
 * it, and the chain verifies.
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
    const { hits } = await client.search<Intervention>({
      index: indices.interventions.name,
      size: 10,
      query: { term: { [indices.interventions.fields.target.id]: wish.target.id } },
    });
    const all = hits.hits.map((hit) => hit._source!);
    const inForce = (await states.get(wish.target)).interventions.map((entry) => entry.id);
    judgeInForce(wish, all, inForce);
    all.forEach((one) => judgeRecords(wish, one, outcomes.get(one.id) ?? []));
  }
  expect(await audit.verifier.verify()).toMatchObject({ ok: true });
}

/** What is in force is what is active, at most once, and what people were told. */
function judgeInForce(
  { answered, decision, then, ...wish }: Wish,
  all: readonly Intervention[],
  inForce: string[]
): void {
  const idsIn = (state: InterventionState): string[] => all.filter((one) => one.state === state).map(({ id }) => id);
  const active = idsIn('active');
  expect(inForce).toEqual(active);
  expect(active.length).toBeLessThanOrEqual(1);
  expect(answered.size).toBeLessThanOrEqual(1);
  for (const id of answered) {
    if (isInForce({ answered, decision, ...wish })) {
      // Who was told that it is active finds it active, and under this id, until the same person took it back.
      expect([...active, ...(then?.kind === 'release' ? idsIn('released') : [])]).toEqual([id]);
      expect(then?.kind === 'release' && then.done ? active : []).toEqual([]);
    } else if (!decision) {
      expect([idsIn('pending_approval'), active]).toEqual([[id], []]);
    } else if (decision.kind === 'reject') {
      // A word that was not answered may have been taken, or not.
      const open = decision.done ? [] : idsIn('pending_approval');
      expect([[...idsIn('rejected'), ...open], active]).toEqual([[id], []]);
    }
  }
}

/** Each intervention says truly how it came to its state, and lasts as long as was decided. */
function judgeRecords({ by, decision, then }: Wish, { state, duration_sec }: Intervention, records: string[]): void {
  const waits = by === 'Editor';
  const states: InterventionState[] = [
    ...(waits ? (['pending_approval'] as const) : []),
    ...(decision?.kind === 'reject' ? (['rejected'] as const) : []),
    ...(!waits || decision?.kind === 'approve' ? (['active', 'failed'] as const) : []),
    ...(then?.kind === 'release' ? (['released'] as const) : []),
  ];
  expect(states).toContain(state);
  // An extension that was answered holds; one that was not may.
  const lengths = then?.kind === 'extend' ? (then.done ? [longer] : [lasting, longer]) : [lasting];
  expect(lengths).toContain(duration_sec);
  const decided = waits ? ['Decided:needs_approval'] : ['Decided:allow'];
  if (waits && state !== 'pending_approval') {
    decided.push(`Decided:${decision!.kind}`);
  }
  expect(records).toEqual(expect.arrayContaining(['Received:received', ...decided]));
  // What waits, and what was only rejected, did nothing: a crash may have left the sweep to close its record.
  if (state !== 'pending_approval' && state !== 'rejected') {
    expect(records).toContain(`${state === 'failed' ? 'Failed' : 'Completed'}:${state}`);
  }
}
