import Type, { type Static } from 'typebox';

export const HealthCheck = Type.Object({
  id: Type.String(),
  name: Type.String(),
  status: Type.Enum(['ok', 'warn', 'down']),
  seen: Type.String({ description: 'what we saw, one sentence' }),
  fix: Type.Optional(Type.String()),
  tookMs: Type.Integer(),
});
export type HealthCheck = Static<typeof HealthCheck>;

/** Answer of `GET /v1/health`. */
export const HealthReport = Type.Object({
  checks: Type.Array(HealthCheck),
  checkedAt: Type.String(),
  version: Type.String(),
});
export type HealthReport = Static<typeof HealthReport>;
