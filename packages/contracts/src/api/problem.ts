import Type, { type Static } from 'typebox';

/** RFC 9457 problem details; `code` is stable, `detail` is safe to show. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.String(),
  requestId: Type.String(),
  traceId: Type.String({ description: 'of the W3C traceparent that was sent, else our own' }),
  missing: Type.Optional(Type.String({ description: 'the right that is missing' })),
  errors: Type.Optional(Type.Array(Type.Object({ path: Type.String(), message: Type.String() }))),
});
export type Problem = Static<typeof Problem>;
