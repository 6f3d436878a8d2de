import {
  type ActionName,
  type OrgRole,
  type Policy,
  type PolicyAct,
  type Right,
  actsOfPlainRule,
  formOfAct,
  isRuled,
  orgRoles,
  rightsOfRole,
} from '@spendscope/contracts';

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
  /** Where the cell speaks of every action, and the rule does not. */
  actions?: PolicyRule['actions'];
  /** Position in the file, from 0. */
  rule: number;
}

export interface Cell {
  /** In the order in which they are asked. */
  outcomes: Outcome[];
  /** Whether the right alone decides, because rules of this format do not speak of the act. */
  byRight?: true;
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

const always = ({ upToSec, targetTypes, actions }: Outcome): boolean =>
  upToSec === undefined && targetTypes === undefined && actions === undefined;

/** Whether what one condition lets through is all that another does; absent: everything. */
const holds = <Value>(wide: readonly Value[] | undefined, narrow: readonly Value[] | undefined): boolean =>
  !wide || (narrow?.every((value) => wide.includes(value)) ?? false);

/** Whether an earlier outcome takes every case of a later one. */
function takes(earlier: Outcome, later: Outcome): boolean {
  return (
    holds(earlier.targetTypes, later.targetTypes) &&
    holds(earlier.actions, later.actions) &&
    (earlier.upToSec ?? Infinity) >= (later.upToSec ?? Infinity)
  );
}

/**
 * What the policy says of a principal and an act, as the service asks it: the first rule that fits decides.
 * @param action of the intervention that the act is on; absent: of every action
 */
export function cellOf(policy: Policy, principal: Principal, act: PolicyAct, action?: ActionName): Cell {
  const { right } = formOfAct(act);
  if (!rightsOfRole[principal.role].includes(right)) {
    return { outcomes: [], elseDenied: true, missing: right };
  }
  if (!isRuled(policy, act)) {
    return { outcomes: [], elseDenied: false, byRight: true };
  }
  const outcomes: Outcome[] = [];
  for (const [position, rule] of policy.rules.entries()) {
    const outcome = outcomeOf(rule, position, act, action);
    if (speaks(rule, principal, act, action) && !outcomes.some((earlier) => takes(earlier, outcome))) {
      outcomes.push(outcome);
    }
  }
  return { outcomes, elseDenied: !outcomes.some(always) };
}

const speaks = (rule: PolicyRule, { role, login }: Principal, act: PolicyAct, action?: ActionName): boolean =>
  rule.roles.includes(role) &&
  (rule.acts ?? actsOfPlainRule).includes(act) &&
  (!rule.actions || action === undefined || rule.actions.includes(action)) &&
  (!rule.logins || (login !== undefined && rule.logins.includes(login)));

function outcomeOf(rule: PolicyRule, position: number, act: PolicyAct, action?: ActionName): Outcome {
  const { effect, maxDurationSec: upToSec, targetTypes, actions } = rule;
  const { lasts, onIntervention } = formOfAct(act);
  return {
    effect,
    rule: position,
    ...(lasts && upToSec !== undefined ? { upToSec } : {}),
    ...(onIntervention && targetTypes ? { targetTypes } : {}),
    ...(onIntervention && actions && action === undefined ? { actions } : {}),
  };
}
