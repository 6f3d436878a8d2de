import type { ActionName, OrgRole, Right } from '@spendscope/contracts';

export type Effect = 'allow' | 'needs_approval' | 'deny';

export interface PolicyRule {
  /** Organisation roles the rule speaks of. */
  roles: readonly OrgRole[];
  /** Logins, where the rule is about persons. */
  logins?: readonly string[];
  actions: readonly ActionName[];
  /** Longest time in seconds; absent: the action's own limit. */
  maxDurationSec?: number;
  effect: Exclude<Effect, 'deny'>;
}

/** The first rule that fits decides; nothing fits: denied. */
export interface Policy {
  version: string;
  rules: readonly PolicyRule[];
}

export interface Act {
  action: ActionName;
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
  /** The right whose absence decided. */
  missing?: Right;
  policyVersion: string;
}

/** What the policy says of a principal's act: the right first, then the rules, else no. */
export function decide(policy: Policy, principal: Principal, act: Act): Decision {
  const policyVersion = policy.version;
  if (!principal.rights.includes('interventions:create')) {
    return { effect: 'deny', missing: 'interventions:create', policyVersion };
  }
  const rule = policy.rules.find((candidate) => fits(candidate, principal, act));
  return { effect: rule?.effect ?? 'deny', policyVersion };
}

function fits(rule: PolicyRule, principal: Principal, act: Act): boolean {
  return (
    rule.roles.some((role) => role === principal.role) &&
    (!rule.logins || rule.logins.includes(principal.login)) &&
    rule.actions.includes(act.action) &&
    (rule.maxDurationSec === undefined || (act.durationSec ?? Infinity) <= rule.maxDurationSec)
  );
}
