import Type from 'typebox';

/** Described, not checked here: a missing key is answered by name, not as an invalid header. */
export const EffectHeaders = Type.Object({
  'idempotency-key': Type.Optional(Type.String({ description: 'required: 1 to 255 visible characters' })),
});

export const ConditionalHeaders = Type.Object({
  ...EffectHeaders.properties,
  'if-match': Type.Optional(Type.String({ description: 'required: ETag of the intervention as it was read' })),
});
