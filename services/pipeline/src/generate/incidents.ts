import type { Random } from '@spendscope/analytics';
import { incidentKinds, type IncidentKind } from './columns';

/** A planned incident: its kind, when its first transaction happens (seconds since 1970) and how many it has. */
export interface IncidentPlan {
  kind: IncidentKind;
  at: number;
  rows: number;
}

/** How often each kind happens, and how many transactions it makes (from, to). */
const recipes: Record<IncidentKind, { share: number; rows: readonly [number, number]; longest: number }> = {
  account_takeover: { share: 25, rows: [4, 8], longest: 2900 },
  card_testing: { share: 12, rows: [11, 24], longest: 1500 },
  velocity: { share: 15, rows: [8, 15], longest: 1500 },
  far_apart: { share: 24, rows: [2, 2], longest: 2700 },
  sudden_spike: { share: 24, rows: [1, 2], longest: 700 },
};

const shares = incidentKinds.map((kind) => recipes[kind].share);
const shareSum = shares.reduce((sum, share) => sum + share, 0);

/** Mean number of transactions in an incident. */
export const meanIncidentRows =
  incidentKinds.reduce((sum, kind) => {
    const { share, rows } = recipes[kind];
    return sum + (share * (rows[0] + rows[1])) / 2;
  }, 0) / shareSum;

/** Share of the transactions that incidents make, roughly. */
export const incidentShare = 0.005;

const lastDayShare = 0.12;

/**
 * Incidents of one customer who is active from `from` to `to`. One in eight falls into the last 24 hours before `end`,
 * denser towards the end, so that views of the last minutes have something to show; the others lie anywhere.
 */
export function planIncidents(
  random: Random,
  expected: number,
  active: { from: number; to: number; end: number }
): IncidentPlan[] {
  const plans: IncidentPlan[] = [];
  const count = Math.floor(expected + random.next());
  for (let i = 0; i < count; i++) {
    const kind = incidentKinds[random.weighted(shares)]!;
    const { rows, longest } = recipes[kind];
    const recent = random.chance(lastDayShare) && active.to >= active.end - 86_400;
    const draw = random.next();
    const latest = Math.max(active.from, Math.min(active.to, active.end - longest));
    const at = recent ? latest - 86_400 * draw * draw : active.from + draw * (latest - active.from);
    plans.push({ kind, at: Math.floor(Math.max(active.from, at)), rows: rows[0] + random.int(rows[1] - rows[0] + 1) });
  }
  return plans;
}
