import Type, { type Static } from 'typebox';
import { AuditRecord } from '../indices/interventions';

/** Query of `GET /v1/audit/records`; newest first. */
export const AuditQuery = Type.Object(
  {
    actor: Type.Optional(Type.String({ maxLength: 200 })),
    action: Type.Optional(Type.String({ maxLength: 100 })),
    target: Type.Optional(Type.String({ maxLength: 200, description: 'token; compared by its keyed hash' })),
    intervention: Type.Optional(Type.String({ maxLength: 100 })),
    stage: Type.Optional(Type.String({ maxLength: 20 })),
    from: Type.Optional(Type.String({ format: 'date-time' })),
    to: Type.Optional(Type.String({ format: 'date-time' })),
    before: Type.Optional(
      Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description: 'cursor: records with a smaller seq' })
    ),
    size: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 50 })),
  },
  { additionalProperties: false }
);
export type AuditQuery = Static<typeof AuditQuery>;

/** A record as people read it: the chained one, and its text where it was not erased. */
export const AuditEntry = Type.Object({
  record: AuditRecord,
  block: Type.Integer(),
  hash: Type.String({ description: 'of the block' }),
  comment: Type.Optional(Type.String()),
  ticket: Type.Optional(Type.String()),
  target: Type.Optional(Type.String({ description: 'token, where its mapping was not erased' })),
  origin: Type.Optional(
    Type.Object(
      { ip: Type.String(), userAgent: Type.String() },
      { description: 'where the actor called from, where that was not erased' }
    )
  ),
});
export type AuditEntry = Static<typeof AuditEntry>;

export const AuditPage = Type.Object({
  items: Type.Array(AuditEntry),
  total: Type.Integer(),
  nextBefore: Type.Optional(Type.Integer()),
});
export type AuditPage = Static<typeof AuditPage>;

const seq = (description: string) => Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description });

/** Query of `GET /v1/audit/verify`: absent, the whole chain. */
export const AuditRange = Type.Object(
  { from: Type.Optional(seq('number of the first record')), to: Type.Optional(seq('number of the last record')) },
  { additionalProperties: false }
);
export type AuditRange = Static<typeof AuditRange>;

/** Answer of `GET /v1/audit/verify`. */
export const AuditVerification = Type.Object({
  ok: Type.Boolean(),
  blocks: Type.Integer({ description: 'blocks proven intact' }),
  records: Type.Integer(),
  headHash: Type.String(),
  checkpoints: Type.Integer({ description: 'signed heads that matched' }),
  unsignedBlocks: Type.Integer({ description: 'blocks after the last checkpoint' }),
  firstBreak: Type.Optional(
    Type.Object({
      block: Type.Integer(),
      kind: Type.Enum(['changed', 'missing', 'reordered', 'truncated', 'forked', 'checkpoint']),
      detail: Type.String(),
    })
  ),
  range: Type.Optional(
    Type.Object(
      {
        from: Type.Integer(),
        to: Type.Integer(),
        firstBlock: Type.Integer(),
        lastBlock: Type.Integer(),
        signedAt: Type.Optional(Type.String({ description: 'of the checkpoint that vouches for all of it' })),
        proves: Type.String({ description: 'what this says, and of what it says nothing' }),
      },
      { description: 'where a range was asked for; the other figures are of it' }
    )
  ),
  checkedAt: Type.String(),
});
export type AuditVerification = Static<typeof AuditVerification>;
