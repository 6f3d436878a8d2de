import Type, { type Static } from 'typebox';
import { reasonCodes } from '../indices/interventions';
import { CustomerSelection } from '../selections/selection';
import { tokenPattern } from './interventions';

const strict = { additionalProperties: false } as const;
const token = Type.String({ pattern: tokenPattern });

/** Body of `POST /v1/reveals`. */
export const RevealRequest = Type.Object(
  { token, reasonCode: Type.Enum([...reasonCodes]), comment: Type.String({ minLength: 3, maxLength: 1000 }) },
  strict
);
export type RevealRequest = Static<typeof RevealRequest>;

export const RevealResult = Type.Object({
  token: Type.String(),
  kind: Type.String(),
  original: Type.String(),
  name: Type.Optional(Type.String()),
  addresses: Type.Array(Type.String(), { description: 'IP addresses in full' }),
});
export type RevealResult = Static<typeof RevealResult>;

export const exportKinds = ['anomalies', 'customers', 'interventions'] as const;

/** Body of `POST /v1/exports`: a selection as CSV, at most 50,000 rows. */
export const ExportRequest = Type.Object(
  {
    kind: Type.Enum([...exportKinds]),
    from: Type.Optional(Type.String({ format: 'date-time' })),
    to: Type.Optional(Type.String({ format: 'date-time' })),
    minScore: Type.Optional(Type.Number({ minimum: 0, maximum: 1, description: 'anomalies only' })),
    users: Type.Optional(Type.Array(token, { minItems: 1, maxItems: 500 })),
    cluster: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000, description: 'customers only' })),
    selection: Type.Optional(Type.Object(CustomerSelection.properties, { ...strict, description: 'customers only' })),
    reasonCode: Type.Enum([...reasonCodes]),
  },
  strict
);
export type ExportRequest = Static<typeof ExportRequest>;

/** Body of `POST /v1/erasures`; with `confirm`, the seal of a dry run, it is carried out. */
export const ErasureRequest = Type.Object(
  { token, confirm: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })) },
  strict
);
export type ErasureRequest = Static<typeof ErasureRequest>;

/** Characters of the longest login there is. */
export const longestLogin = 200;

/** Body of `POST /v1/erasures/operators`; with `confirm`, the seal of a dry run, it is carried out. */
export const OperatorErasureRequest = Type.Object(
  {
    login: Type.String({
      minLength: 1,
      maxLength: longestLogin,
      description: 'of who acted, as the audit log names them',
    }),
    confirm: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
  },
  strict
);
export type OperatorErasureRequest = Static<typeof OperatorErasureRequest>;

/** Records whose origin (address, program, mail address) would be erased. */
export const OperatorErasurePlan = Type.Object({
  login: Type.String(),
  texts: Type.Integer(),
  confirm: Type.String({ description: 'send it back within 15 minutes to carry it out' }),
});
export type OperatorErasurePlan = Static<typeof OperatorErasurePlan>;

export const OperatorErasureReceipt = Type.Object({
  login: Type.String(),
  texts: Type.Integer({ description: 'texts whose origin was erased' }),
  erasedAt: Type.String(),
  chainOk: Type.Boolean({ description: 'whether the audit chain still verified afterwards' }),
});
export type OperatorErasureReceipt = Static<typeof OperatorErasureReceipt>;

export const ErasurePlan = Type.Object({
  token: Type.String(),
  counts: Type.Record(Type.String(), Type.Integer(), { description: 'documents by index' }),
  confirm: Type.String({ description: 'send it back within 15 minutes to carry it out' }),
});
export type ErasurePlan = Static<typeof ErasurePlan>;

export const ErasureReceipt = Type.Object({
  receipt: Type.String(),
  token: Type.String(),
  erasedAt: Type.String(),
  counts: Type.Record(Type.String(), Type.Integer(), { description: 'documents erased, by index' }),
  chainOk: Type.Boolean({ description: 'whether the audit chain still verified afterwards' }),
});
export type ErasureReceipt = Static<typeof ErasureReceipt>;
