import type { ChurnBasis } from './churnEstimate';
import type { Churn } from './estimateChurn';
import { type PackedReasons, RowReasons } from './rowReasons';

/** An estimate as plain data: its functions' answers for every row. */
export interface PackedChurn extends Pick<Churn, 'training' | 'note'> {
  basis: ChurnBasis;
  probability: Float64Array;
  gone: Uint8Array;
  reasons: PackedReasons;
}

export function packChurn({ estimate, ...rest }: Churn, rows: number): PackedChurn {
  const { basis, probability } = estimate;
  const reasons = RowReasons.ofRows(rows, rest.training !== undefined);
  for (let row = 0; row < rows; row++) {
    const explanation = estimate.explanation(row);
    if (explanation) {
      reasons.explain(row, explanation);
    } else {
      reasons.set(row, estimate.reasons(row));
    }
  }
  return {
    ...{ ...rest, basis, probability },
    gone: Uint8Array.from({ length: rows }, (_, row) => Number(estimate.gone(row))),
    reasons: reasons.pack(),
  };
}

export function unpackChurn({ basis, probability, gone, reasons: packed, ...rest }: PackedChurn): Churn {
  const reasons = RowReasons.unpack(packed);
  return {
    ...rest,
    estimate: {
      ...{ basis, probability },
      gone: (row) => gone[row] === 1,
      reasons: (row) => reasons.get(row),
      explanation: (row) => reasons.explanation(row),
    },
  };
}
