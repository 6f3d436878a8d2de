import type { Policy, PolicyLimits, Retention } from '@spendscope/contracts';

const defaults: Required<PolicyLimits> = {
  locksPer10Min: 100,
  lockShareOfCustomersPerHour: 0.01,
  actsPerTargetPerMinute: 60,
  decisionsPerApproverPerMinute: 60,
  revealsPerPersonPerMinute: 10,
};

/** The limits in force: what the policy says, and the defaults for the rest. */
export const limitsOf = (policy: Policy): Required<PolicyLimits> => ({ ...defaults, ...policy.limits });

/** Days by index; what is absent is kept for ever. */
export const retentionOf = (policy: Policy): Retention => policy.retentionDays ?? {};
