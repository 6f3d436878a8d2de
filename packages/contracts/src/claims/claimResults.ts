import Type, { type Static } from 'typebox';
import { Claim, claimVerdicts } from './claim';

/** JSON knows no infinity: an odds ratio without a limit has null. */
const figure = Type.Union([Type.Number(), Type.Null()]);
const count = Type.Integer({ minimum: 0 });

const group = Type.Object({
  label: Type.String({ description: 'value of the field that makes the groups; 1 and 0 of a yes or no' }),
  n: count,
  events: Type.Optional(count),
  rate: Type.Optional(figure),
  mean: Type.Optional(figure),
  low: figure,
  high: figure,
});

/** What was computed of one claim; `tooLittle` says why nothing could be. */
export const ClaimFinding = Type.Object({
  claim: Claim,
  verdict: Type.Enum([...claimVerdicts]),
  title: Type.String({ description: 'the claim as it was understood' }),
  sentence: Type.String({ description: 'what was found, from the computed result alone' }),
  n: Type.Integer({ description: 'customers that were compared' }),
  missing: Type.Integer({ description: 'customers that lack one of the two' }),
  tooLittle: Type.Optional(Type.Enum(['few_rows', 'small_group', 'constant'])),
  correctedP: Type.Optional(
    Type.Number({ description: 'of the first test, corrected for all claims of the call (Benjamini–Hochberg)' })
  ),
  tests: Type.Optional(
    Type.Array(
      Type.Object({
        test: Type.String(),
        statistic: figure,
        df: Type.Optional(figure),
        df2: Type.Optional(figure),
        p: Type.Number(),
      }),
      { description: 'the first decides; the others are for comparison' }
    )
  ),
  effect: Type.Optional(
    Type.Object({ measure: Type.String(), value: figure, low: figure, high: figure, strength: Type.String() })
  ),
  picture: Type.Optional(Type.Object({ kind: Type.Enum(['means', 'shares', 'trend']), groups: Type.Array(group) })),
});
export type ClaimFinding = Static<typeof ClaimFinding>;

/** Answer of `POST /v1/simulations/claims`. */
export const ClaimFindings = Type.Object({
  runId: Type.String(),
  customers: Type.Integer({
    description: 'that were read: all of the run, or those of the lowest tokens, which are of chance',
  }),
  of: Type.Integer({ description: 'customers of the run' }),
  items: Type.Array(ClaimFinding),
});
export type ClaimFindings = Static<typeof ClaimFindings>;
