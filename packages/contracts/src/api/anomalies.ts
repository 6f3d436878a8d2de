import Type, { type Static } from 'typebox';
import { Anomaly } from '../indices/anomalies';
import { personalFields } from '../personalFields';
import { tokenPattern } from './interventions';

/** Query of `GET /v1/anomalies`; the highest score or the newest first. */
export const AnomalyQuery = Type.Object(
  {
    minScore: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    from: Type.Optional(Type.String({ format: 'date-time' })),
    to: Type.Optional(Type.String({ format: 'date-time' })),
    user: Type.Optional(Type.String({ pattern: tokenPattern })),
    entity: Type.Optional(
      Type.Enum(['transaction', 'customer'], {
        default: 'transaction',
        description: 'scored transactions, or customers as a whole; never both, so that nothing counts twice',
      })
    ),
    country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
    suppressed: Type.Optional(
      Type.Boolean({ default: false, description: 'also those of accounts and transactions that are suppressed now' })
    ),
    sort: Type.Optional(Type.Enum(['score', 'time'], { default: 'time' })),
    cursor: Type.Optional(Type.String({ maxLength: 4000 })),
    size: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 50 })),
  },
  { additionalProperties: false }
);
export type AnomalyQuery = Static<typeof AnomalyQuery>;

/** An anomaly and its document id, by which labels and evidence name it. */
export const AnomalyHit = Type.Object({ id: Type.String(), anomaly: Anomaly });
export type AnomalyHit = Static<typeof AnomalyHit>;

export const MaskedFields = Type.Array(Type.Enum([...personalFields]), {
  description: 'left out for want of the right to see them',
});

export const AnomalyPage = Type.Object({
  items: Type.Array(AnomalyHit),
  total: Type.Object({
    value: Type.Integer(),
    relation: Type.Enum(['eq', 'gte'], { description: 'gte: there are at least so many' }),
  }),
  cursor: Type.Optional(Type.String({ description: 'ask again with it for the next page; good for two minutes' })),
  masked: Type.Optional(MaskedFields),
});
export type AnomalyPage = Static<typeof AnomalyPage>;
