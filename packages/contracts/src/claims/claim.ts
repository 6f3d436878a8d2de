import Type, { type Static } from 'typebox';
import { type ClaimField, claimFieldNames } from './claimFields';

/**
 * raises, lowers: more of the factor goes with more, with less of the outcome. related: it makes a difference, either
 * way. unrelated: it makes none that matters.
 */
export const claimRelations = ['raises', 'lowers', 'related', 'unrelated'] as const;
export type ClaimRelation = (typeof claimRelations)[number];

const side = Type.Object(
  {
    field: Type.Enum<[ClaimField, ...ClaimField[]]>(claimFieldNames as [ClaimField, ...ClaimField[]]),
    value: Type.Optional(Type.String({ maxLength: 200, description: 'one value of a category: is it, or not' })),
  },
  { additionalProperties: false }
);

/** A belief that can be tested on the loaded customers. It speaks of what goes together, never of causes. */
export const Claim = Type.Object(
  { factor: side, relation: Type.Enum([...claimRelations]), outcome: side },
  { additionalProperties: false }
);
export type Claim = Static<typeof Claim>;
export type ClaimSide = Claim['factor'];

/** Body of `POST /v1/simulations/claims`; a text has the form "lower satisfaction -> churn". */
export const ClaimCheck = Type.Object(
  {
    claims: Type.Array(Type.Union([Claim, Type.String({ minLength: 3, maxLength: 300 })]), {
      minItems: 1,
      maxItems: 50,
    }),
    alpha: Type.Optional(
      Type.Number({ exclusiveMinimum: 0, maximum: 0.5, description: 'corrected p below which a relation counts' })
    ),
    language: Type.Optional(Type.Enum(['en', 'ko'], { description: 'of the sentences; en unless said' })),
  },
  { additionalProperties: false }
);
export type ClaimCheck = Static<typeof ClaimCheck>;

export const claimVerdicts = ['supported', 'contradicted', 'no_evidence', 'too_little_data'] as const;
export type ClaimVerdict = (typeof claimVerdicts)[number];
