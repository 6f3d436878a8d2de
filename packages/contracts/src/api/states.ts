import Type, { type Static } from 'typebox';
import { TargetState } from '../indices/interventions';
import { TargetBody } from './interventions';

/** Body of `POST /v1/states/query`. */
export const StatesRequest = Type.Object(
  { targets: Type.Array(TargetBody, { minItems: 1, maxItems: 500 }) },
  { additionalProperties: false }
);
export type StatesRequest = Static<typeof StatesRequest>;

/** Targets without anything in force are left out. */
export const StatesResult = Type.Object({ states: Type.Array(TargetState), asOf: Type.String() });
export type StatesResult = Static<typeof StatesResult>;
