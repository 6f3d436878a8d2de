import { AnalyticsError } from '../analyticsError';
import type { Column } from '../preprocessing/table';
import { type ColumnReference, binShares, knownOf, missingShare, nameShares } from './columnReference';
import { type KolmogorovSmirnov, kolmogorovSmirnov } from './kolmogorovSmirnov';
import { populationStability } from './populationStability';

export interface ColumnDrift {
  /** over the reference's bins, and one of the rows without a value */
  psi: number;
  /** of the values that are there; absent for names, and where either side has none */
  ks?: KolmogorovSmirnov;
}

/**
 * How far rows have moved from those of a reference.
 * @throws AnalyticsError where the column is of another kind, or there are no rows
 */
export function columnDrift(reference: ColumnReference, column: Column): ColumnDrift {
  const rows = column.values.length;
  if (rows === 0 || reference.rows === 0) {
    throw new AnalyticsError('empty', `Column ${column.name}: drift is of rows, and there are none.`);
  }
  if (reference.kind === 'category' && column.kind === 'category') {
    const now = nameShares(column.values);
    // Names that are new are bins that were empty.
    const names = [...new Set([...Object.keys(reference.shares), ...Object.keys(now)])];
    const known = column.values.filter((value) => value !== null).length;
    const psi = populationStability(
      [...names.map((name) => reference.shares[name] ?? 0), reference.missing],
      [...names.map((name) => now[name] ?? 0), missingShare(known, rows)]
    );
    return { psi };
  }
  if (reference.kind === 'number' && column.kind === 'number') {
    const known = knownOf(column.values);
    const psi = populationStability(
      [...reference.shares, reference.missing],
      [...binShares(known, reference.edges, rows), missingShare(known.length, rows)]
    );
    if (known.length === 0 || reference.sample.length === 0) {
      return { psi };
    }
    const then = Math.round(reference.rows * (1 - reference.missing));
    return { psi, ks: kolmogorovSmirnov(reference.sample, known, [then, known.length]) };
  }
  throw new AnalyticsError('shape', `Column ${column.name} is a ${column.kind}; the reference is a ${reference.kind}.`); // prettier-ignore
}
