import { randomUUID } from 'node:crypto';
import { type ActionName, type OrgRole, type Target, actionNames } from '@spendscope/contracts';

/** What somebody asks for of one target, and what becomes of it as far as they were told. */
export interface Wish {
  key: string;
  action: ActionName;
  target: Target;
  /** An operator’s act waits for a second person, by the policy. */
  by: Extract<OrgRole, 'Admin' | 'Editor'>;
  /** Ids that its key was ever answered with. */
  answered: Set<string>;
  /** The second person’s word, and whether it was ever answered with a yes. */
  decision?: { kind: 'approve' | 'reject'; done: boolean };
  /** What was asked of it once it was in force, and whether that was ever answered with a yes. */
  then?: { kind: 'release' | 'extend'; done: boolean };
}

/** Of each act, and of what an extension makes of it; seconds. */
export const [lasting, longer] = [86_400, 172_800];

/** Any act on a target of its own, one in three by an operator. */
export function anyWish(): Wish {
  const action = actionNames[Math.floor(Math.random() * actionNames.length)]!;
  const id = randomUUID().slice(0, 13).toUpperCase();
  return {
    key: randomUUID(),
    action,
    target:
      action === 'block_transaction' ? { type: 'transaction', id: `T-${id}` } : { type: 'account', id: `C-${id}` },
    by: Math.random() < 1 / 3 ? 'Editor' : 'Admin',
    answered: new Set(),
  };
}

/** Whether whoever asked was told that it is in force. */
export const isInForce = ({ by, answered, decision }: Wish): boolean =>
  answered.size > 0 && (by === 'Admin' || (decision?.kind === 'approve' && decision.done));
