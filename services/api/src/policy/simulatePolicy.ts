import {
  type Policy,
  type PolicySimulation,
  type PolicyVerdicts,
  formOfAct,
  rightsOfRole,
} from '@spendscope/contracts';
import { ApiError } from '../http/apiError';
import { actionRegistry } from '../modules/actions/actionRegistry';
import { type Act, decide } from './policy';

type Case = PolicySimulation['cases'][number];

/**
 * What a policy would say of each case, by the very function that decides real acts.
 * @throws ApiError 422 on an act on an intervention that names no action
 */
export function simulatePolicy(policy: Policy, cases: readonly Case[]): PolicyVerdicts {
  return {
    policyVersion: policy.version,
    verdicts: cases.map((one) => {
      const { login, role } = one;
      const { effect, missing, rule } = decide(policy, { login, role, rights: rightsOfRole[role] }, actOf(one));
      return { effect, ...(missing ? { missing } : {}), ...(rule === undefined ? {} : { rule }) };
    }),
  };
}

function actOf({ act = 'request', action, targetType, durationSec, permanent }: Case): Act {
  if (!formOfAct(act).onIntervention) {
    return { act };
  }
  if (!action) {
    throw new ApiError(422, 'action_required', `Say which action the intervention is of: ${act} is judged by it.`);
  }
  const seconds = permanent ? undefined : (durationSec ?? actionRegistry[action].defaultDurationSec);
  return { act, action, targetType, durationSec: seconds };
}
