import Type, { type Static } from 'typebox';

/** Something to do for a segment: a document keeps it as it is, searchable by nothing. */
export const Strategy = Type.Object(
  {
    action: Type.String({ minLength: 1, maxLength: 200, description: 'what to do' }),
    channel: Type.String({ minLength: 1, maxLength: 80, description: 'where, such as e-mail or app push' }),
    offer: Type.Optional(Type.String({ maxLength: 160, description: 'what is offered, without a price' })),
    kpi: Type.String({ minLength: 1, maxLength: 160, description: 'how success is measured' }),
    limit: Type.String({ minLength: 1, maxLength: 160, description: 'guard-rail: when to stop' }),
  },
  { additionalProperties: false }
);
export type Strategy = Static<typeof Strategy>;
