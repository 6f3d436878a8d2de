import type { ActionName, Policy, PolicyRule, Right, TargetType } from '@spendscope/contracts';

export type Effect = PolicyRule['effect'] | 'deny';

export interface Act {
  action: ActionName;
  targetType?: TargetType;
  /** Absent: until released. */
  durationSec?: number;
}

export interface Principal {
  login: string;
  role: string;
  rights: readonly Right[];
}

export interface Decision {
  effect: Effect;
  /** What the principal lacks: a right, or `policy:ACTION` where no rule speaks for it. */
  missing?: string;
  /** Position of the rule that decided. */
  rule?: number;
  policyVersion: string;
}

/** What the policy says of a principal's act: the right first, then the rules, else no. */
export function decide(policy: Policy, principal: Principal, act: Act): Decision {
  const policyVersion = policy.version;
  if (!principal.rights.includes('interventions:create')) {
    return { effect: 'deny', missing: 'interventions:create', policyVersion };
  }
  const rule = policy.rules.findIndex((candidate) => fits(candidate, principal, act));
  return rule === -1
    ? { effect: 'deny', missing: `policy:${act.action}`, policyVersion }
    : { effect: policy.rules[rule]!.effect, rule, policyVersion };
}

function fits(rule: PolicyRule, principal: Principal, act: Act): boolean {
  return (
    rule.roles.some((role) => role === principal.role) &&
    (!rule.logins || rule.logins.includes(principal.login)) &&
    rule.actions.includes(act.action) &&
    (!rule.targetTypes || !act.targetType || rule.targetTypes.includes(act.targetType)) &&
    (rule.maxDurationSec === undefined || (act.durationSec ?? Infinity) <= rule.maxDurationSec)
  );
}
