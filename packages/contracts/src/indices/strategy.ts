import Type, { type Static } from 'typebox';

/** Characters at most, of each part. */
export const strategyLengths = { action: 200, channel: 80, offer: 160, kpi: 160, limit: 160 } as const;

/** Something to do for a segment: a document keeps it as it is, searchable by nothing. */
export const Strategy = Type.Object(
  {
    action: Type.String({ minLength: 1, maxLength: strategyLengths.action, description: 'what to do' }),
    channel: Type.String({
      minLength: 1,
      maxLength: strategyLengths.channel,
      description: 'where, such as e-mail or app push',
    }),
    offer: Type.Optional(
      Type.String({ maxLength: strategyLengths.offer, description: 'what is offered, without a price' })
    ),
    kpi: Type.String({ minLength: 1, maxLength: strategyLengths.kpi, description: 'how success is measured' }),
    limit: Type.String({ minLength: 1, maxLength: strategyLengths.limit, description: 'guard-rail: when to stop' }),
  },
  { additionalProperties: false }
);
export type Strategy = Static<typeof Strategy>;
