import { type PersonalField, type Right, personalFields, personalFieldsRight } from '@spendscope/contracts';
import { ApiError } from '../../http/apiError';

interface Mask {
  /** The document as this caller may see it; what can be left out is optional in every document. */
  of<Document extends object>(document: Document): Document;
  /** What an answer says of it: the fields that were left out. */
  note: { masked?: PersonalField[] };
}

const through: Mask = { of: (document) => document, note: {} };
const hiding: Mask = {
  of: (document) => {
    const shown: Partial<Record<string, unknown>> & typeof document = { ...document };
    personalFields.forEach((field) => delete shown[field]);
    return shown;
  },
  note: { masked: [...personalFields] },
};

/** Leaves out what says more of a person than the caller's rights let them see. */
export const maskFor = (rights: readonly Right[]): Mask => (rights.includes(personalFieldsRight) ? through : hiding);

/** Whether a field says more of a person than these rights let anybody see. */
export const isHidden = (rights: readonly Right[], field: string): boolean =>
  !rights.includes(personalFieldsRight) && personalFields.some((personal) => personal === field);

/** @throws ApiError 403 where a field is asked for that these rights hide */
export function refuseHidden(rights: readonly Right[], fields: readonly string[]): void {
  const hidden = fields.find((field) => isHidden(rights, field));
  if (hidden !== undefined) {
    throw new ApiError(403, 'field_hidden', `Who may not act on customers does not see the ${hidden} of one. It needs ${personalFieldsRight}.`); // prettier-ignore
  }
}
