import { type ActionName, type OrgRole, type Policy, type Right, orgRoles, rightsOfRole } from '@spendscope/contracts';

type PolicyRule = Policy['rules'][number];

/** Whom a row of the matrix speaks of: everybody of a role, or one person whom a rule names. */
export interface Principal {
  role: OrgRole;
  login?: string;
}

/** What one rule comes to in a cell. */
export interface Outcome {
  effect: PolicyRule['effect'];
  /** Longer, or until released, is left to what comes after; absent: any time. */
  upToSec?: number;
  targetTypes?: PolicyRule['targetTypes'];
  /** Position in the file, from 0. */
  rule: number;
}

export interface Cell {
  /** In the order in which they are asked. */
  outcomes: Outcome[];
  /** Whether something is left that no rule allows. */
  elseDenied: boolean;
  /** The right without which no rule is asked. */
  missing?: Right;
}

/** Roles first, then the people whom rules name. */
export function principalsOf({ rules }: Policy): Principal[] {
  const named = new Map<string, Principal>();
  for (const { roles, logins = [] } of rules) {
    for (const login of logins) {
      for (const role of roles) {
        named.set(`${role} ${login}`, { role, login });
      }
    }
  }
  return [...orgRoles.map((role) => ({ role })), ...named.values()];
}

const always = ({ upToSec, targetTypes }: Outcome): boolean => upToSec === undefined && targetTypes === undefined;

/** Whether an earlier outcome takes every case of a later one. */
function takes(earlier: Outcome, later: Outcome): boolean {
  const types = earlier.targetTypes;
  return (
    (!types || (later.targetTypes?.every((type) => types.includes(type)) ?? false)) &&
    (earlier.upToSec ?? Infinity) >= (later.upToSec ?? Infinity)
  );
}

/** What the policy says of a principal and an action, as the service asks it: the first rule that fits decides. */
export function cellOf(policy: Policy, { role, login }: Principal, action: ActionName): Cell {
  if (!rightsOfRole[role].includes('interventions:create')) {
    return { outcomes: [], elseDenied: true, missing: 'interventions:create' };
  }
  const outcomes: Outcome[] = [];
  for (const [position, rule] of policy.rules.entries()) {
    const speaks =
      rule.roles.includes(role) &&
      rule.actions.includes(action) &&
      (!rule.logins || (login !== undefined && rule.logins.includes(login)));
    const { effect, maxDurationSec: upToSec, targetTypes } = rule;
    const outcome: Outcome = {
      effect,
      rule: position,
      ...(upToSec === undefined ? {} : { upToSec }),
      ...(targetTypes ? { targetTypes } : {}),
    };
    if (speaks && !outcomes.some((earlier) => takes(earlier, outcome))) {
      outcomes.push(outcome);
    }
  }
  return { outcomes, elseDenied: !outcomes.some(always) };
}
