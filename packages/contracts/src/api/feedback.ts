import Type, { type Static } from 'typebox';
import { Label, Suppression, reasonCodes } from '../indices/interventions';
import { TargetBody, tokenPattern } from './interventions';

/** Body of `POST /v1/labels`: one verdict per person and anomaly, the last one counts. */
export const LabelRequest = Type.Object(
  {
    anomalyId: Type.String({ pattern: tokenPattern }),
    user: Type.String({ pattern: tokenPattern }),
    label: Type.Enum(['true_positive', 'false_positive', 'unsure']),
  },
  { additionalProperties: false }
);
export type LabelRequest = Static<typeof LabelRequest>;

export const LabelEntry = Type.Object({ id: Type.String(), label: Label });
export type LabelEntry = Static<typeof LabelEntry>;
export const LabelList = Type.Object({ items: Type.Array(LabelEntry), total: Type.Integer() });
export type LabelList = Static<typeof LabelList>;

/** Body of `POST /v1/suppressions`. */
export const SuppressionRequest = Type.Object(
  {
    target: TargetBody,
    scope: Type.Optional(Type.String({ pattern: tokenPattern, description: 'model name, or all', default: 'all' })),
    reasonCode: Type.Enum([...reasonCodes]),
    days: Type.Integer({ minimum: 1, maximum: 180 }),
  },
  { additionalProperties: false }
);
export type SuppressionRequest = Static<typeof SuppressionRequest>;

export const SuppressionEntry = Type.Object({ id: Type.String(), suppression: Suppression });
export type SuppressionEntry = Static<typeof SuppressionEntry>;
export const SuppressionList = Type.Object({ items: Type.Array(SuppressionEntry), total: Type.Integer() });
export type SuppressionList = Static<typeof SuppressionList>;
