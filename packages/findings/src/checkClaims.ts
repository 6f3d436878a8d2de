import { type Association, type TooLittle, associate, benjaminiHochberg, judge } from '@spendscope/analytics';
import { type Claim, type ClaimSide, type ClaimVerdict } from '@spendscope/contracts';
import { type CustomerColumns, sideColumn } from './customerColumns';

export interface CheckedClaim {
  claim: Claim;
  verdict: ClaimVerdict;
  /** of the deciding test, corrected for all claims that were asked together; absent with too little data */
  correctedP?: number;
  result: Association | TooLittle;
}

/** A claim that the customers cannot answer, and what could be asked instead. */
export class ClaimError extends Error {
  override readonly name = 'ClaimError';

  constructor(
    message: string,
    readonly fix: string
  ) {
    super(message);
  }
}

/** Corrected p below which a relation counts, unless another is asked for. */
export const usualAlpha = 0.05;

/** How the two sides of one claim go together. @throws ClaimError where the customers have no values of a side */
export const associateClaim = (customers: CustomerColumns, { factor, outcome }: Claim): Association | TooLittle =>
  associate(needed(customers, factor), needed(customers, outcome));

/** Judges claims together: their p-values are corrected for each other (Benjamini–Hochberg). */
export function judgeClaims(
  claims: readonly Claim[],
  results: readonly (Association | TooLittle)[],
  alpha = usualAlpha
): CheckedClaim[] {
  const judged = results.flatMap((result, i) => ('tooLittle' in result ? [] : [{ i, p: result.tests[0].p }]));
  const corrected = benjaminiHochberg(judged.map(({ p }) => p));
  const correctedOf = new Map(judged.map(({ i }, place) => [i, corrected[place]!]));
  return claims.map((claim, i) => {
    const correctedP = correctedOf.get(i);
    const result = results[i]!;
    return { claim, verdict: judge(claim.relation, result, correctedP ?? NaN, alpha), correctedP, result };
  });
}

/** Tests claims and judges them together. @throws ClaimError */
export function checkClaims(customers: CustomerColumns, claims: readonly Claim[], alpha?: number): CheckedClaim[] {
  return judgeClaims(
    claims,
    claims.map((claim) => associateClaim(customers, claim)),
    alpha
  );
}

function needed({ columns, churnField }: CustomerColumns, side: ClaimSide): NonNullable<ReturnType<typeof sideColumn>> {
  const column = sideColumn(columns, side);
  if (!column) {
    const instead =
      side.field === 'churned' && churnField === 'inactive' ? ' Ask about "inactive", the rule that stands in.' : '';
    throw new ClaimError(
      `The loaded customers have no values of ${side.field}.`,
      `${instead || `There are: ${[...columns.keys()].join(', ')}.`}`.trim()
    );
  }
  const all = columns.get(side.field)!;
  if (side.value !== undefined && all.kind === 'category') {
    const known = [...new Set(all.values)].filter((value): value is string => value !== null).sort();
    if (!known.some((value) => value.toLowerCase() === side.value!.toLowerCase())) {
      throw new ClaimError(
        `No loaded customer has ${side.field} = ${side.value}.`,
        `Values: ${known.slice(0, 20).join(', ')}.`
      );
    }
  }
  return column;
}
