import { type PersonalField, type Right, personalFields, personalFieldsRight } from '@spendscope/contracts';

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
