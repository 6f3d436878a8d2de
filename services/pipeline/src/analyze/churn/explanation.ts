/** What one column did to a customer's log-odds of leaving. */
export interface ReasonPart {
  /** for filters, such as `recency_high` */
  code: string;
  column: string;
  /** null where it is not known */
  value: string | number | null;
  contribution: number;
}

/** Why a customer's log-odds of leaving are what they are: base + contributions of the parts + rest. */
export interface Explanation {
  /** log-odds of a customer of whom nothing is known */
  base: number;
  /** at most three, the strongest first; all above 0 */
  parts: ReasonPart[];
  /** what all other columns did together */
  rest: number;
}
