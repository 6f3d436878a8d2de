import type { ActionDefinition, ActionName, Target } from '@spendscope/contracts';
import type { AnomalyRow } from '../anomalies/anomalyRow';
import type { DecidedOn } from './requestOf';
import type { RowIntervention } from './rowStatus';
import { targetKey, targetOf } from './targets';

export type ExclusionReason = 'no-target' | 'already' | 'duplicate';

export interface BulkItem extends DecidedOn {
  target: Target;
  /** The row whose score is the evidence: the severest of the target's rows. */
  row: AnomalyRow;
}

/** What one action on many rows comes to. */
export interface BulkPlan {
  definition: ActionDefinition;
  items: BulkItem[];
  excluded: { row: AnomalyRow; reason: ExclusionReason }[];
}

/** Distinct targets of the rows that the action can be done to, and why the other rows are left out. */
export function bulkPlan(
  definition: ActionDefinition,
  rows: readonly AnomalyRow[],
  interventionsOf: (row: AnomalyRow) => readonly RowIntervention[],
  inForceOn: (target: Target) => readonly ActionName[]
): BulkPlan {
  const items = new Map<string, BulkItem>();
  const excluded: BulkPlan['excluded'] = [];
  for (const row of [...rows].sort((left, right) => right.score - left.score)) {
    const target = targetOf(definition, row);
    if (!target) {
      excluded.push({ row, reason: 'no-target' });
    } else if (interventionsOf(row).some(({ action, state }) => action === definition.name && state !== 'failed')) {
      excluded.push({ row, reason: 'already' });
    } else if (items.has(targetKey(target))) {
      excluded.push({ row, reason: 'duplicate' });
    } else {
      items.set(targetKey(target), { target, row, inForce: inForceOn(target) });
    }
  }
  return { definition, items: [...items.values()], excluded };
}
