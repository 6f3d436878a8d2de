import Type, { type Static } from 'typebox';
import { tokenPattern } from './interventions';

export const decisionVerdicts = ['allow', 'deny', 'step_up'] as const;
export type DecisionVerdict = (typeof decisionVerdicts)[number];

/** Query of `GET /v1/decisions/{userId}`. */
export const DecisionQuery = Type.Object(
  { transaction: Type.Optional(Type.String({ pattern: tokenPattern, description: 'the one that is to be paid' })) },
  { additionalProperties: false }
);
export type DecisionQuery = Static<typeof DecisionQuery>;

/** What a payment system does now. `stale` is true where the store has been away for longer than is allowed. */
export const DecisionAnswer = Type.Object({
  decision: Type.Enum([...decisionVerdicts]),
  reason: Type.String({ description: 'action that is in force, nothing_in_force, fail_open or fail_closed' }),
  interventionId: Type.Optional(Type.String()),
  stale: Type.Boolean(),
  stalenessMs: Type.Integer({ description: 'since what is in force was last read; -1: never yet' }),
});
export type DecisionAnswer = Static<typeof DecisionAnswer>;
