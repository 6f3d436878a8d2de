import Type, { type Static } from 'typebox';
import { Customer } from '../indices/customers';
import { Intervention, TargetState } from '../indices/interventions';
import { Transaction } from '../indices/transactions';
import { AnomalyHit } from './anomalies';

/** Answer of `GET /v1/customers/{token}`: what is known, newest first; `customer` is absent before the first run. */
export const CustomerProfile = Type.Object({
  token: Type.String(),
  customer: Type.Optional(Customer),
  state: Type.Optional(TargetState),
  transactions: Type.Array(Transaction),
  anomalies: Type.Array(AnomalyHit),
  interventions: Type.Array(Intervention),
});
export type CustomerProfile = Static<typeof CustomerProfile>;
