import type { Matrix } from '../matrix';
import { type Standardizer, fitStandardizer, standardize } from '../preprocessing/standardize';

/** z-scores beyond this are cut: one absurd amount must not decide what a network learns. */
export const zLimit = 10;

/** z-scores as a network gets them: within ±{@link zLimit}. A new matrix. */
export function networkInputs(m: Matrix, by: Standardizer): Matrix {
  const z = standardize(m, by);
  for (let i = 0; i < z.data.length; i++) {
    z.data[i] = Math.max(-zLimit, Math.min(zLimit, z.data[i]!));
  }
  return z;
}

/** Means and deviations of the columns; only means, where columns have a common unit already, so that none is stretched. */
export function fitScaling(m: Matrix, commonUnits: boolean): Standardizer {
  const scaling = fitStandardizer(m);
  return commonUnits ? { ...scaling, deviations: scaling.deviations.map(() => 1) } : scaling;
}
