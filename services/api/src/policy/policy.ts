import {
  type ActionName,
  type Policy,
  type PolicyAct,
  type PolicyRule,
  type Right,
  type TargetType,
  actsOfPlainRule,
  formOfAct,
  isRuled,
} from '@spendscope/contracts';

export type Effect = PolicyRule['effect'] | 'deny';

/** What somebody wants to do; about an intervention, its action and target too. */
export interface Act {
  act: PolicyAct;
  action?: ActionName;
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
  /** What the principal lacks: a right, or `policy:` and the action or act that no rule allows them. */
  missing?: string;
  /** Position of the rule that decided. */
  rule?: number;
  policyVersion: string;
}

/** What the policy says of a principal's act: the right first, then the rules, else no. */
export function decide(policy: Policy, principal: Principal, act: Act): Decision {
  const policyVersion = policy.version;
  const { right } = formOfAct(act.act);
  if (!principal.rights.includes(right)) {
    return { effect: 'deny', missing: right, policyVersion };
  }
  if (!isRuled(policy, act.act)) {
    return { effect: 'allow', policyVersion };
  }
  const rule = policy.rules.findIndex((candidate) => fits(candidate, principal, act));
  return rule === -1
    ? { effect: 'deny', missing: missingRule(act), policyVersion }
    : { effect: policy.rules[rule]!.effect, rule, policyVersion };
}

const missingRule = ({ act, action }: Act): string =>
  `policy:${action && actsOfPlainRule.includes(act) ? action : act}`;

function fits(rule: PolicyRule, principal: Principal, act: Act): boolean {
  return (
    rule.roles.some((role) => role === principal.role) &&
    (!rule.logins || rule.logins.includes(principal.login)) &&
    (rule.acts ?? actsOfPlainRule).includes(act.act) &&
    fitsIntervention(rule, act)
  );
}

function fitsIntervention(rule: PolicyRule, { act, action, targetType, durationSec }: Act): boolean {
  const { onIntervention, lasts } = formOfAct(act);
  return (
    !onIntervention ||
    ((!rule.actions || (action !== undefined && rule.actions.includes(action))) &&
      (!rule.targetTypes || !targetType || rule.targetTypes.includes(targetType)) &&
      (!lasts || rule.maxDurationSec === undefined || (durationSec ?? Infinity) <= rule.maxDurationSec))
  );
}
