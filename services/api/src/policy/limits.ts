import type { Policy, PolicyLimits, Retention } from '@spendscope/contracts';

const defaults: Required<PolicyLimits> = {
  locksPer10Min: 100,
  lockShareOfCustomersPerHour: 0.01,
  actsPerPersonPerMinute: 240,
  actsPerActionPerMinute: 2_000,
  actsPerTargetPerMinute: 10,
  actsPerInstancePerMinute: 3_000,
  decisionsPerApproverPerMinute: 60,
  revealsPerPersonPerMinute: 10,
};

/** The limits in force: what the policy says, else what is given as the usual, else the defaults. */
export const limitsOf = (policy: Policy, usual: PolicyLimits = {}): Required<PolicyLimits> => ({
  ...defaults,
  ...usual,
  ...policy.limits,
});

/** Days by index; what is absent is kept for ever. */
export const retentionOf = (policy: Policy): Retention => policy.retentionDays ?? {};
