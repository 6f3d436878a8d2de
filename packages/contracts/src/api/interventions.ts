import Type, { type Static } from 'typebox';
import {
  Intervention,
  Target,
  actionNames,
  interventionStates,
  reasonCodes,
  targetTypes,
} from '../indices/interventions';
import { orgRoles } from '../rights';

/** What a customer's token, a transaction id or a document id may look like. */
export const tokenPattern = '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$';

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
    ifState: Type.Optional(
      Type.Array(Type.Enum([...actionNames]), {
        maxItems: actionNames.length,
        description: 'act only if just these are in force on the target, as in_force of its state says; else 412',
      })
    ),
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
  needsApproval: Type.Boolean({ description: 'by policy, or by the blast-radius brake' }),
  approvers: Type.Array(Type.Enum([...orgRoles]), {
    description: 'roles that may approve, never who asked; empty where no approval is needed',
  }),
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

/** Body of `POST /v1/extensions/{id}`: from now on so long, or until released. */
export const ExtensionRequest = Type.Object(
  {
    reasonCode: Type.Enum([...reasonCodes]),
    durationSec: Type.Optional(Type.Integer({ minimum: 60, maximum: 15_552_000, description: 'from now' })),
    permanent: Type.Optional(Type.Boolean()),
    comment: Type.Optional(Type.String({ maxLength: 1000 })),
  },
  { additionalProperties: false }
);
export type ExtensionRequest = Static<typeof ExtensionRequest>;

/** Body of `POST /v1/intervene`, the short form: `reason` is a reason code, or free text that becomes the comment. */
export const ShortInterventionRequest = Type.Object(
  {
    user: Type.String({ pattern: tokenPattern, description: 'token of the account' }),
    action: Type.Enum([...actionNames]),
    reason: Type.String({ minLength: 1, maxLength: 1000 }),
    transaction: Type.Optional(Type.String({ pattern: tokenPattern, description: 'for block_transaction' })),
  },
  { additionalProperties: false }
);
export type ShortInterventionRequest = Static<typeof ShortInterventionRequest>;

/** So long a request waits for a second person; then it expires, and nothing is done. */
export const approvalHours = 24;

/** Body of `POST /v1/approvals/{id}`: the payload hash of what was read, so that nothing else is approved. */
export const ApprovalRequest = Type.Object(
  {
    decision: Type.Enum(['approve', 'reject']),
    payloadHash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    comment: Type.Optional(Type.String({ maxLength: 1000 })),
  },
  { additionalProperties: false }
);
export type ApprovalRequest = Static<typeof ApprovalRequest>;

/** Body of `POST /v1/cancellations/{id}`. */
export const CancellationRequest = Type.Object(
  { comment: Type.Optional(Type.String({ maxLength: 1000 })) },
  { additionalProperties: false }
);
export type CancellationRequest = Static<typeof CancellationRequest>;

/** Query of `GET /v1/interventions`; newest first. */
export const InterventionQuery = Type.Object(
  {
    targetType: Type.Optional(Type.Enum([...targetTypes])),
    target: Type.Optional(Type.String({ pattern: tokenPattern })),
    action: Type.Optional(Type.Enum([...actionNames])),
    state: Type.Optional(Type.Enum([...interventionStates])),
    actor: Type.Optional(Type.String({ maxLength: 200, description: 'login of who asked for it' })),
    from: Type.Optional(Type.String({ format: 'date-time', description: 'asked for at or after' })),
    to: Type.Optional(Type.String({ format: 'date-time', description: 'asked for at or before' })),
    cursor: Type.Optional(Type.String({ maxLength: 4000 })),
    size: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  { additionalProperties: false }
);
export type InterventionQuery = Static<typeof InterventionQuery>;

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
