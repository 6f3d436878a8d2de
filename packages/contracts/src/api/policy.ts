import Type, { type Static } from 'typebox';
import { actionNames, targetTypes } from '../indices/interventions';
import { policyActNames } from '../policyActs';
import { orgRoles } from '../rights';

const strict = { additionalProperties: false } as const;
const count = (fallback: number, description: string) =>
  Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000, default: fallback, description }));

export const policyEffects = ['allow', 'needs_approval'] as const;

/** Who may do what, for how long: every condition that is given must fit. */
export const PolicyRule = Type.Object(
  {
    roles: Type.Array(Type.Enum([...orgRoles]), { minItems: 1 }),
    logins: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { minItems: 1 })),
    acts: Type.Optional(
      Type.Array(Type.Enum(policyActNames), {
        minItems: 1,
        description: 'absent: request and extend; others need format 2',
      })
    ),
    actions: Type.Optional(
      Type.Array(Type.Enum([...actionNames]), { minItems: 1, description: 'absent: every action; needs acts then' })
    ),
    targetTypes: Type.Optional(Type.Array(Type.Enum([...targetTypes]), { minItems: 1 })),
    maxDurationSec: Type.Optional(
      Type.Integer({ minimum: 60, maximum: 15_552_000, description: 'a permanent act does not fit' })
    ),
    effect: Type.Enum([...policyEffects]),
  },
  strict
);
export type PolicyRule = Static<typeof PolicyRule>;

/** What an alert may do by itself: only what a customer can live with and anybody can undo. */
export const AlertRule = Type.Object(
  {
    alertname: Type.String({ minLength: 1, maxLength: 300, description: 'label alertname, or the watch’s id' }),
    action: Type.Literal('require_extra_auth'),
    durationSec: Type.Integer({ minimum: 60, maximum: 86_400 }),
  },
  strict
);
export type AlertRule = Static<typeof AlertRule>;

export const PolicyLimits = Type.Object(
  {
    locksPer10Min: count(100, 'more trip the brake'),
    lockShareOfCustomersPerHour: Type.Optional(
      Type.Number({ exclusiveMinimum: 0, maximum: 1, default: 0.01, description: 'more trip the brake' })
    ),
    actsPerPersonPerMinute: count(240, 'token bucket; a batch costs one for each of its items'),
    actsPerActionPerMinute: count(2_000, 'token bucket: requests of one action, whoever asks'),
    actsPerTargetPerMinute: count(10, 'token bucket: requests on one target; 2 is one each 30 seconds'),
    actsPerInstancePerMinute: count(3_000, 'token bucket: acts through one Grafana'),
    decisionsPerApproverPerMinute: count(60, 'token bucket'),
    revealsPerPersonPerMinute: count(10, 'token bucket'),
  },
  strict
);
export type PolicyLimits = Static<typeof PolicyLimits>;

/** Days that the service keeps what it owns; absent: for ever. */
export const Retention = Type.Object(
  {
    interventions: count(3650, 'days after the end'),
    auditText: count(3650, 'days'),
    reviews: count(365, 'days after it was closed'),
    labels: count(3650, 'days'),
    suppressions: count(365, 'days after its end'),
  },
  strict
);
export type Retention = Static<typeof Retention>;

/** The policy file. The first rule that fits decides; nothing fits: denied. */
export const Policy = Type.Object(
  {
    version: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' }),
    format: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 2,
        default: 1,
        description: '2: rules decide every act; 1: only asking and extending, the others go by the right alone',
      })
    ),
    rules: Type.Array(PolicyRule, { maxItems: 500 }),
    alerts: Type.Optional(Type.Array(AlertRule, { maxItems: 200 })),
    limits: Type.Optional(PolicyLimits),
    retentionDays: Type.Optional(Retention),
  },
  strict
);
export type Policy = Static<typeof Policy>;

/** Answer of `GET /v1/policy`. */
export const PolicyReport = Type.Object({
  policy: Policy,
  source: Type.String({ description: 'file name, or built-in' }),
  hash: Type.String({ description: 'SHA-256 of its canonical form' }),
  loadedAt: Type.String(),
  problem: Type.Optional(Type.String({ description: 'why the file as it is now was not taken' })),
});
export type PolicyReport = Static<typeof PolicyReport>;

/** Body of `POST /v1/simulations/policy`: what a policy would say of an act; absent `policy`: the one in force. */
export const PolicySimulation = Type.Object(
  {
    policy: Type.Optional(Policy),
    cases: Type.Array(
      Type.Object(
        {
          login: Type.String({ minLength: 1, maxLength: 200 }),
          role: Type.Enum([...orgRoles]),
          act: Type.Optional(Type.Enum(policyActNames, { default: 'request' })),
          action: Type.Optional(
            Type.Enum([...actionNames], { description: 'required where the act is on an intervention' })
          ),
          targetType: Type.Optional(Type.Enum([...targetTypes])),
          durationSec: Type.Optional(Type.Integer({ minimum: 60, maximum: 15_552_000 })),
          permanent: Type.Optional(Type.Boolean()),
        },
        strict
      ),
      { minItems: 1, maxItems: 200 }
    ),
  },
  strict
);
export type PolicySimulation = Static<typeof PolicySimulation>;

export const PolicyVerdicts = Type.Object({
  policyVersion: Type.String(),
  verdicts: Type.Array(
    Type.Object({
      effect: Type.Enum([...policyEffects, 'deny']),
      missing: Type.Optional(Type.String({ description: 'the right that is missing' })),
      rule: Type.Optional(
        Type.Integer({ description: 'position of the rule that decided, from 0; absent: none, or the right alone' })
      ),
    })
  ),
});
export type PolicyVerdicts = Static<typeof PolicyVerdicts>;
