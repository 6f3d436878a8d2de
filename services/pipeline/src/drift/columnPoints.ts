import { type Column, type ColumnReference, columnDrift } from '@spendscope/analytics';
import { type DriftPoint, point } from './driftPoint';

/** How far a column has moved. */
export function columnPoints(group: string, reference: ColumnReference, column: Column): DriftPoint[] {
  const { psi, ks } = columnDrift(reference, column);
  return [point(group, 'psi', psi), ...(ks ? [point(group, 'ks', ks.statistic), point(group, 'ks_p', ks.p)] : [])];
}
