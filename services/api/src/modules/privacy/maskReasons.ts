import { type Customer, personalFields } from '@spendscope/contracts';

const personal: readonly string[] = personalFields;
type Reasoned = Pick<Customer, 'churn_reasons' | 'churn_reason_details'>;

/** Whether a code such as `age_high`, `sex=female` or `children_unknown` tells of a personal field. */
const tellsOf = (code: string): boolean =>
  personal.includes(code.replace(/^not_/, '').replace(/(=.*|_(high|low|unknown))$/, ''));

/** Leaves out reasons to leave that name a personal field or its value; what they did to the odds counts as the rest. */
export function maskReasons<Document extends Reasoned>(customer: Document): Document {
  const { churn_reasons: codes, churn_reason_details: details } = customer;
  const hidden = details?.parts.filter(({ column }) => personal.includes(column)) ?? [];
  return {
    ...customer,
    ...(codes ? { churn_reasons: codes.filter((code) => !tellsOf(code)) } : {}),
    ...(details
      ? {
          churn_reason_details: {
            ...details,
            parts: details.parts.filter((part) => !hidden.includes(part)),
            rest: hidden.reduce((sum, { contribution }) => sum + contribution, details.rest),
          },
        }
      : {}),
  };
}
