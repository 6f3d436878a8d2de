import { AnalyticsError, benjaminiHochberg, pearson } from '@spendscope/analytics';
import { type ClaimField, claimFields } from '@spendscope/contracts';
import type { CustomerColumns } from '../claims/loadCustomers';

export interface CorrelationTable {
  fields: ClaimField[];
  /** r and corrected p of fields i > j; undefined where a column does not vary or too few rows have both */
  cells: Map<string, { r: number; n: number; correctedP: number }>;
}

/** Pearson's correlation of every two numbers on the customers who have both, corrected together. */
export function correlationTable({ columns }: CustomerColumns): CorrelationTable {
  const fields = [...columns.keys()].filter((field) => claimFields[field] !== 'category');
  const found: { key: string; r: number; n: number; p: number }[] = [];
  fields.forEach((row, i) =>
    fields.slice(0, i).forEach((column, j) => {
      const [x, y] = complete(
        columns.get(row)!.values as ArrayLike<number>,
        columns.get(column)!.values as ArrayLike<number>
      );
      try {
        const { r, p, n } = pearson(x, y);
        found.push({ key: `${i},${j}`, r, n, p });
      } catch (error) {
        if (!(error instanceof AnalyticsError)) {
          throw error;
        }
      }
    })
  );
  const corrected = benjaminiHochberg(found.map(({ p }) => p));
  return {
    fields,
    cells: new Map(found.map(({ key, r, n }, place) => [key, { r, n, correctedP: corrected[place]! }])),
  };
}

function complete(x: ArrayLike<number>, y: ArrayLike<number>): [Float64Array, Float64Array] {
  const keep = (_: number, row: number): boolean => Number.isFinite(x[row]!) && Number.isFinite(y[row]!);
  return [Float64Array.from(x).filter(keep), Float64Array.from(y).filter(keep)];
}
