import type { ChurnBasis } from './churnEstimate';
import type { Churn } from './estimateChurn';

/** An estimate as plain data: its functions' answers for every row. */
export interface PackedChurn extends Pick<Churn, 'training' | 'note'> {
  basis: ChurnBasis;
  probability: Float64Array;
  gone: Uint8Array;
  reasons: string[][];
}

export function packChurn({ estimate, ...rest }: Churn, rows: number): PackedChurn {
  const { basis, probability } = estimate;
  return {
    ...{ ...rest, basis, probability },
    gone: Uint8Array.from({ length: rows }, (_, row) => Number(estimate.gone(row))),
    reasons: Array.from({ length: rows }, (_, row) => estimate.reasons(row)),
  };
}

export function unpackChurn({ basis, probability, gone, reasons, ...rest }: PackedChurn): Churn {
  return {
    ...rest,
    estimate: { basis, probability, gone: (row) => gone[row] === 1, reasons: (row) => reasons[row]! },
  };
}
