import type { ClaimColumn } from '@spendscope/analytics';
import type { ClaimField, ClaimSide } from '@spendscope/contracts';

/** Customers as columns, one value a customer in the same order, NaN or null where it is missing. */
export interface CustomerColumns {
  rows: number;
  columns: Map<ClaimField, ClaimColumn>;
  /** observed churn, else the stated rule of inactivity; undefined where neither is known */
  churnField: 'churned' | 'inactive' | undefined;
}

/** One side of a claim as a column: one value of a category is a yes or no. */
export function sideColumn(columns: CustomerColumns['columns'], { field, value }: ClaimSide): ClaimColumn | undefined {
  const column = columns.get(field);
  if (!column || value === undefined || column.kind !== 'category') {
    return column;
  }
  const wanted = value.toLowerCase();
  return {
    kind: 'yesno',
    values: Float64Array.from(column.values, (text) => (text === null ? NaN : text.toLowerCase() === wanted ? 1 : 0)),
  };
}
