import { AnalyticsError, benjaminiHochberg, pearson } from '@spendscope/analytics';
import { type ClaimField, claimFields } from '@spendscope/contracts';
import type { CustomerColumns } from '@spendscope/findings';

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

/** The values of the rows that have both. */
function complete(x: ArrayLike<number>, y: ArrayLike<number>): [Float64Array, Float64Array] {
  const both = [new Float64Array(x.length), new Float64Array(x.length)] as const;
  let n = 0;
  for (let row = 0; row < x.length; row++) {
    if (Number.isFinite(x[row]!) && Number.isFinite(y[row]!)) {
      both[0][n] = x[row]!;
      both[1][n++] = y[row]!;
    }
  }
  return [both[0].subarray(0, n), both[1].subarray(0, n)];
}
