import Type, { type Static } from 'typebox';
import { Customer } from '../indices/customers';
import { Intervention, TargetState } from '../indices/interventions';
import { Transaction } from '../indices/transactions';
import { AnomalyHit, MaskedFields } from './anomalies';

/** Money that a customer spent, net of refunds. */
export const CustomerSpending = Type.Object({
  quarters: Type.Array(Type.Object({ start: Type.String({ description: 'first day' }), amount: Type.Number() }), {
    description: 'oldest first, quarters without spend among them',
  }),
  categories: Type.Array(Type.Object({ category: Type.String(), amount: Type.Number() }), {
    description: 'most first, over the last four quarters',
  }),
});
export type CustomerSpending = Static<typeof CustomerSpending>;

/** Answer of `GET /v1/customers/{token}`: what is known, newest first; `customer` is absent before the first run. */
export const CustomerProfile = Type.Object({
  token: Type.String(),
  customer: Type.Optional(Customer),
  state: Type.Optional(TargetState),
  transactions: Type.Array(Transaction),
  spending: CustomerSpending,
  anomalies: Type.Array(AnomalyHit),
  interventions: Type.Array(Intervention),
  masked: Type.Optional(MaskedFields),
});
export type CustomerProfile = Static<typeof CustomerProfile>;
