import type { InterventionState } from '@spendscope/contracts';

/** Every legal move of an intervention. What is not listed does not happen. */
export const moves: Readonly<Record<InterventionState, readonly InterventionState[]>> = {
  requested: ['denied', 'pending_approval', 'executing'],
  denied: [],
  pending_approval: ['approved', 'rejected', 'cancelled', 'expired'],
  approved: ['executing'],
  rejected: [],
  cancelled: [],
  executing: ['active', 'failed', 'unknown'],
  active: ['releasing'],
  releasing: ['released', 'expired'],
  released: [],
  expired: [],
  failed: [],
  // A connector's answer was lost: its status says where the intervention really is.
  unknown: ['active', 'failed'],
};

export const canMove = (from: InterventionState, to: InterventionState): boolean => moves[from].includes(to);

/** Over: nothing is in force, and the target is free for a new intervention. */
export const isOver = (state: InterventionState): boolean => moves[state].length === 0;

/** @throws Error on a move that is not listed: a fault in this program, never in a request. */
export function assertMove(from: InterventionState, to: InterventionState): void {
  if (!canMove(from, to)) {
    throw new Error(`An intervention cannot move from ${from} to ${to}.`);
  }
}
