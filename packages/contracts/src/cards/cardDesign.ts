import Type, { type Static } from 'typebox';

const strict = { additionalProperties: false } as const;
const name = Type.String({ minLength: 1, maxLength: 80, pattern: '^\\S(.*\\S)?$' });
const category = Type.String({ minLength: 1, maxLength: 100 });
const money = (description: string): ReturnType<typeof Type.Number> =>
  Type.Number({ minimum: 0, maximum: 1e12, description });

/** Pays a share of the spend in a category (large, or mid where given) back, up to a cap a month. */
export const CardBenefit = Type.Object(
  {
    categoryLarge: category,
    categoryMid: Type.Optional(category),
    rate: Type.Number({ minimum: 0, maximum: 1, description: '0.05 is 5 %' }),
    monthlyCap: money('of a customer, in the currency of the spend'),
  },
  strict
);
export type CardBenefit = Static<typeof CardBenefit>;

export const CardDesign = Type.Object(
  {
    name,
    annualFee: money('a year'),
    benefits: Type.Array(CardBenefit, { minItems: 1, maxItems: 12 }),
  },
  strict
);
export type CardDesign = Static<typeof CardDesign>;
