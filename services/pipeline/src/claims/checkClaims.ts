import { type Association, type TooLittle, associate, benjaminiHochberg, judge } from '@spendscope/analytics';
import { type Claim, type ClaimSide, type ClaimVerdict } from '@spendscope/contracts';
import { UserError } from '../userError';
import { type CustomerColumns, sideColumn } from './loadCustomers';

export interface CheckedClaim {
  claim: Claim;
  verdict: ClaimVerdict;
  /** of the deciding test, corrected for all claims that were asked together; absent with too little data */
  correctedP?: number;
  result: Association | TooLittle;
}

/** Tests claims together: their p-values are corrected for each other (Benjamini–Hochberg). */
export function checkClaims(customers: CustomerColumns, claims: readonly Claim[], alpha = 0.05): CheckedClaim[] {
  const results = claims.map(({ factor, outcome }) => associate(needed(customers, factor), needed(customers, outcome)));
  const judged = results.flatMap((result, i) => ('tooLittle' in result ? [] : [{ i, p: result.tests[0].p }]));
  const corrected = benjaminiHochberg(judged.map(({ p }) => p));
  const correctedOf = new Map(judged.map(({ i }, place) => [i, corrected[place]!]));
  return claims.map((claim, i) => {
    const correctedP = correctedOf.get(i);
    const result = results[i]!;
    return { claim, verdict: judge(claim.relation, result, correctedP ?? NaN, alpha), correctedP, result };
  });
}

function needed({ columns, churnField }: CustomerColumns, side: ClaimSide): NonNullable<ReturnType<typeof sideColumn>> {
  const column = sideColumn(columns, side);
  if (!column) {
    const instead =
      side.field === 'churned' && churnField === 'inactive' ? ' Ask about "inactive", the rule that stands in.' : '';
    throw new UserError(
      `The loaded customers have no values of ${side.field}.`,
      `${instead || `There are: ${[...columns.keys()].join(', ')}.`}`.trim()
    );
  }
  const all = columns.get(side.field)!;
  if (side.value !== undefined && all.kind === 'category') {
    const known = [...new Set(all.values)].filter((value): value is string => value !== null).sort();
    if (!known.some((value) => value.toLowerCase() === side.value!.toLowerCase())) {
      throw new UserError(
        `No loaded customer has ${side.field} = ${side.value}.`,
        `Values: ${known.slice(0, 20).join(', ')}.`
      );
    }
  }
  return column;
}
