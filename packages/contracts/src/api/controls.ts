import Type, { type Static } from 'typebox';
import { Control } from '../indices/service';

export const interventionModes = ['observe', 'enforce', 'readonly'] as const;
export type InterventionMode = (typeof interventionModes)[number];

const reason = Type.String({ minLength: 3, maxLength: 1000 });

/** Body of `POST /v1/admin/mode`: asked for by one person, and again with `confirms` by another. */
export const ModeRequest = Type.Object(
  {
    mode: Type.Enum([...interventionModes]),
    reason,
    confirms: Type.Optional(
      Type.String({ pattern: '^[0-9a-f-]{36}$', description: 'id of the proposal of another person' })
    ),
  },
  { additionalProperties: false }
);
export type ModeRequest = Static<typeof ModeRequest>;

/** Body of `POST /v1/admin/breaker`. */
export const BreakerReset = Type.Object({ reason }, { additionalProperties: false });
export type BreakerReset = Static<typeof BreakerReset>;

/** Answer of `GET /v1/controls` and of each change: what is in force, and what waits for a second person. */
export const ControlState = Type.Object({
  mode: Type.Enum([...interventionModes], { description: 'in force: the stricter of configuration and switch' }),
  configured: Type.Enum([...interventionModes]),
  modeSwitch: Type.Optional(Control),
  breaker: Type.Enum(['closed', 'open'], { description: 'open: every act needs approval' }),
  breakerSwitch: Type.Optional(Control),
});
export type ControlState = Static<typeof ControlState>;
