import { indices } from '../indices';
import { type ClaimField, claimFieldNames } from './claimFields';

const { fields } = indices.customers;
/** The parts of a customer's document, in the order in which a field is looked for. */
const parts: readonly object[] = [fields, fields.shop, fields.features, fields.rfm];

/** Where the customers' index holds what a claim may be about; inactivity is not stored, it follows from other fields. */
export const claimFieldPaths = Object.fromEntries(
  claimFieldNames
    .filter((name) => name !== 'inactive')
    .map((name) => [name, parts.map((part) => (part as Record<string, unknown>)[name]).find((path) => typeof path === 'string')]) // prettier-ignore
) as Readonly<Record<Exclude<ClaimField, 'inactive'>, string>>;
