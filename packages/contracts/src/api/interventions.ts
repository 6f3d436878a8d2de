import Type, { type Static } from 'typebox';
import { Intervention, Target, actionNames, reasonCodes, targetTypes } from '../indices/interventions';

const tokenPattern = '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$';

export const TargetBody = Type.Object(
  { type: Type.Enum([...targetTypes]), id: Type.String({ pattern: tokenPattern }) },
  { additionalProperties: false }
);

/** Body of `POST /v1/interventions`. */
export const InterventionRequest = Type.Object(
  {
    action: Type.Enum([...actionNames]),
    target: TargetBody,
    reasonCode: Type.Enum([...reasonCodes]),
    comment: Type.Optional(Type.String({ maxLength: 1000 })),
    durationSec: Type.Optional(
      Type.Integer({ minimum: 60, maximum: 15_552_000, description: 'default: the action’s own' })
    ),
    permanent: Type.Optional(Type.Boolean()),
    evidence: Type.Optional(
      Type.Object(
        {
          anomalyId: Type.String({ pattern: tokenPattern }),
          score: Type.Number({ minimum: 0, maximum: 1 }),
          modelVersion: Type.String({ maxLength: 100 }),
        },
        { additionalProperties: false }
      )
    ),
    ticket: Type.Optional(Type.String({ maxLength: 100, pattern: '^[A-Za-z0-9#_./-]*$' })),
  },
  { additionalProperties: false }
);
export type InterventionRequest = Static<typeof InterventionRequest>;

/** Answer of a create: the intervention, and whether one was already active. */
export const InterventionResult = Type.Object({
  intervention: Intervention,
  alreadyActive: Type.Optional(Type.Boolean()),
});
export type InterventionResult = Static<typeof InterventionResult>;

/** Answer of `POST /v1/interventions?dryRun=true`. */
export const DryRunResult = Type.Object({
  allowed: Type.Boolean(),
  missing: Type.Optional(Type.String({ description: 'the right that is missing' })),
  needsApproval: Type.Boolean(),
  effects: Type.Array(Type.String()),
  conflicts: Type.Array(Type.String()),
  wouldExpireAt: Type.Optional(Type.String()),
  policyVersion: Type.String(),
  mode: Type.Enum(['observe', 'enforce']),
});
export type DryRunResult = Static<typeof DryRunResult>;

/** Body of `POST /v1/interventions/batch`. */
export const BatchRequest = Type.Object(
  { items: Type.Array(InterventionRequest, { minItems: 1, maxItems: 100 }) },
  { additionalProperties: false }
);
export type BatchRequest = Static<typeof BatchRequest>;

export const BatchResult = Type.Object({
  batchId: Type.String(),
  items: Type.Array(
    Type.Object({
      target: Target,
      status: Type.Integer({ description: 'HTTP status that the item alone would have had' }),
      intervention: Type.Optional(Intervention),
      problem: Type.Optional(Type.Object({ code: Type.String(), detail: Type.String() })),
    })
  ),
});
export type BatchResult = Static<typeof BatchResult>;

/** Body of `POST /v1/releases/{id}`. */
export const ReleaseRequest = Type.Object(
  { reasonCode: Type.Enum([...reasonCodes]), comment: Type.Optional(Type.String({ maxLength: 1000 })) },
  { additionalProperties: false }
);
export type ReleaseRequest = Static<typeof ReleaseRequest>;

export const InterventionList = Type.Object({
  items: Type.Array(Intervention),
  total: Type.Integer(),
  cursor: Type.Optional(Type.String()),
});
export type InterventionList = Static<typeof InterventionList>;

/** One action that admins can take; the UI builds its buttons and dialogs from these. */
export const ActionDefinition = Type.Object({
  name: Type.Enum([...actionNames]),
  label: Type.Record(Type.String(), Type.String(), { description: 'by language: en, ko' }),
  effect: Type.Record(Type.String(), Type.String(), { description: 'one sentence: what happens to the customer' }),
  targetTypes: Type.Array(Type.Enum([...targetTypes])),
  reversible: Type.Boolean(),
  defaultDurationSec: Type.Integer(),
  durationsSec: Type.Array(Type.Integer()),
  maxDurationSec: Type.Integer(),
  permanentAllowed: Type.Boolean(),
  icon: Type.String(),
  destructive: Type.Boolean(),
});
export type ActionDefinition = Static<typeof ActionDefinition>;

export const ActionList = Type.Object({
  actions: Type.Array(ActionDefinition),
  reasonCodes: Type.Array(Type.Enum([...reasonCodes])),
  mode: Type.Enum(['observe', 'enforce', 'readonly']),
  /** Rights that the caller has, so that a page shows only what the server would allow. */
  caller: Type.Object({ login: Type.String(), role: Type.String(), rights: Type.Array(Type.String()) }),
});
export type ActionList = Static<typeof ActionList>;
