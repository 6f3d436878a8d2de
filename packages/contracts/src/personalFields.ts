import type { Right } from './rights';

/**
 * What anomalies, transactions and customers say of a person beside the token, and only whoever may act on customers
 * needs. Decades of age stay: a single person does not stand out by them.
 */
export const personalFields = ['ip', 'geo', 'age', 'sex', 'children'] as const;
export type PersonalField = (typeof personalFields)[number];

/** Whose holders see them; for others the API leaves them out. */
export const personalFieldsRight: Right = 'interventions:create';
