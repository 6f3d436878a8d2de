import { type Policy, type PolicySimulation, type PolicyVerdicts, rightsOfRole } from '@spendscope/contracts';
import { actionRegistry } from '../modules/actions/actionRegistry';
import { decide } from './policy';

/** What a policy would say of each case, by the very function that decides real acts. */
export function simulatePolicy(policy: Policy, cases: PolicySimulation['cases']): PolicyVerdicts {
  return {
    policyVersion: policy.version,
    verdicts: cases.map(({ login, role, action, targetType, durationSec, permanent }) => {
      const seconds = permanent ? undefined : (durationSec ?? actionRegistry[action].defaultDurationSec);
      const { effect, missing, rule } = decide(
        policy,
        { login, role, rights: rightsOfRole[role] },
        { action, targetType, durationSec: seconds }
      );
      return { effect, ...(missing ? { missing } : {}), ...(rule === undefined ? {} : { rule }) };
    }),
  };
}
