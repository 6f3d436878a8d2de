import type { ActionDefinition, ActionName, InterventionState, Target, TargetState } from '@spendscope/contracts';
import { type Targets, targetKey, targetOf, targetOfType } from './targets';
import type { StatesByTarget } from './useTargetStates';

/** An intervention on one of a row's targets, as far as the row shows it. */
export interface RowIntervention {
  action: ActionName;
  target: Target;
  state: InterventionState;
  /** Absent while the request is still on its way. */
  id?: string;
  /** ISO time; absent: until released. */
  expiresAt?: string;
  by?: string;
}

/** What this browser has asked for and the service has not yet told back, by `pendingKey`. */
export type PendingByKey = ReadonlyMap<string, RowIntervention>;

export const pendingKey = (action: ActionName, target: Target): string => `${action}@${targetKey(target)}`;

const ended: ReadonlySet<InterventionState> = new Set(['released', 'expired', 'cancelled', 'denied', 'rejected']);

const told = (target: Target, state: TargetState | undefined): RowIntervention[] =>
  (state?.interventions ?? [])
    .filter((intervention) => !ended.has(intervention.state))
    .map(({ action, state: now, id, by, expires_at: expiresAt }) => ({
      action,
      target,
      state: now,
      id,
      by,
      expiresAt,
    }));

/** What is in force, waiting or failed for a row's account and transaction; what we asked for stands before what is told. */
export function rowInterventions(row: Targets, states: StatesByTarget, pending: PendingByKey): RowIntervention[] {
  const targets = (['account', 'transaction'] as const).flatMap((type) => targetOfType(row, type) ?? []);
  return targets.flatMap((target) => {
    const fromService = told(target, states.get(targetKey(target)));
    const fromHere = [...pending.values()].filter((entry) => targetKey(entry.target) === targetKey(target));
    const asked = new Set(fromHere.map((entry) => entry.action));
    return [...fromHere, ...fromService.filter((entry) => !asked.has(entry.action))].filter(
      (entry) => !ended.has(entry.state)
    );
  });
}

/** What a row offers for one action: to do it, to release it, or to wait. */
export type RowOffer =
  | { kind: 'act'; definition: ActionDefinition; target: Target; failed?: boolean }
  | { kind: 'release'; definition: ActionDefinition; intervention: RowIntervention }
  | { kind: 'wait'; definition: ActionDefinition; intervention: RowIntervention };

interface Rights {
  create: boolean;
  release: boolean;
}

/** The buttons of a row: only what the caller may do, and only what the state allows. */
export function rowOffers(
  row: Targets,
  definitions: readonly ActionDefinition[],
  interventions: readonly RowIntervention[],
  may: Rights
): RowOffer[] {
  return definitions.flatMap((definition): RowOffer[] => {
    const target = targetOf(definition, row);
    const intervention = interventions.find((entry) => entry.action === definition.name);
    if (intervention?.state === 'active') {
      return may.release ? [{ kind: 'release', definition, intervention }] : [];
    }
    if (intervention && intervention.state !== 'failed') {
      return may.create ? [{ kind: 'wait', definition, intervention }] : [];
    }
    return target && may.create ? [{ kind: 'act', definition, target, failed: intervention !== undefined }] : [];
  });
}
