import { type Intervention, type TargetState, indices } from '@spendscope/contracts';
import { type ElasticClient } from '@spendscope/elastic';

const pageSize = 5_000;
export const accountOf = (number: number): string => `C-BENCH-${number}`;

/** Active locks on so many accounts, as the service itself would have written them. */
export async function fillInterventions(owner: ElasticClient, from: number, to: number): Promise<void> {
  const at = new Date().toISOString();
  const by = { sub: 'user:bench', login: 'bench', type: 'user', role: 'Admin' };
  const expires_at = new Date(Date.now() + 30 * 86_400_000).toISOString();
  for (let start = from; start < to; start += pageSize) {
    const operations: object[] = [];
    for (let number = start; number < Math.min(start + pageSize, to); number++) {
      const [id, target] = [`iv-bench-${number}`, { type: 'account' as const, id: accountOf(number) }];
      const intervention: Intervention = {
        ...{ id, target, action: 'lock_account', state: 'active', reason_code: 'velocity', requested_by: by },
        ...{ requested_at: at, updated_at: at, duration_sec: 2_592_000, expires_at, policy_version: 'default-2' },
        ...{ mode: 'enforce', connector: 'es-flag', payload_hash: '0'.repeat(64) },
      };
      const entry = {
        id,
        action: 'lock_account' as const,
        state: 'active' as const,
        by: 'bench',
        since: at,
        expires_at,
      };
      const state: TargetState = { target, in_force: ['lock_account'], interventions: [entry], updated_at: at };
      operations.push({ index: { _index: indices.interventions.name, _id: id } }, intervention);
      operations.push({ index: { _index: indices.states.name, _id: `account:${target.id}` } }, state);
    }
    const { errors } = await owner.bulk({ operations });
    if (errors) {
      throw new Error('Elasticsearch refused some of the interventions that the benchmark needs.');
    }
  }
  await owner.indices.refresh({ index: [indices.interventions.name, indices.states.name] });
}
