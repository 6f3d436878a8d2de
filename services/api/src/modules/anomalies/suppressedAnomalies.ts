import { type Suppression, indices } from '@spendscope/contracts';

const fields = indices.anomalies.fields;

/** One condition for each kind of target and each scope, which an anomaly that is suppressed meets; pure. */
export function suppressedAnomalies(suppressions: readonly Suppression[]): object[] {
  const groups = new Map<string, { type: Suppression['target']['type']; scope: string; ids: string[] }>();
  for (const { target, scope } of suppressions) {
    const key = `${target.type} ${scope}`;
    const group = groups.get(key) ?? { type: target.type, scope, ids: [] };
    group.ids.push(target.id);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ type, scope, ids }) => {
    const targets = { terms: { [type === 'account' ? fields.user_id : fields.transaction_id]: ids } };
    return scope === 'all' ? targets : { bool: { filter: [targets, { term: { [fields.model]: scope } }] } };
  });
}
