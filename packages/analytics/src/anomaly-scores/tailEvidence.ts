import { AnalyticsError } from '../analyticsError';
import type { Matrix } from '../matrix';
import { fitCalibration } from './calibration';

/** Which values of a column are strange: great ones, small ones, or those at either end. */
export type TailSide = 'high' | 'low' | 'both';

/** A table from values to −log10 of the share of the reference beyond them; beyond the last knot a straight line. */
interface Tail {
  raw: number[];
  evidence: number[];
  slope: number;
}

export interface TailEvidenceJson {
  version: 1;
  columns: { high?: Tail; low?: Tail }[];
}

/** Rarer than one in a million is not told apart: no reference has so many rows. */
const mostEvidence = 6;

/**
 * Each value as how rare it is, in powers of ten: −log10 of the share of a reference that is as far out (the tail
 * probabilities of ECOD: Li et al., IEEE TKDE 2023). What most rows have is 0, and columns of any scale, shape or number of
 * zeros count alike, so that a model's error is not made by the columns that happen to have long tails.
 */
export class TailEvidence {
  private last: { from: Matrix; to: Matrix } | undefined;

  private constructor(private readonly json: TailEvidenceJson) {}

  /** @throws AnalyticsError on empty or non-finite columns, or other than one side a column */
  static fit(m: Matrix, sides: readonly TailSide[]): TailEvidence {
    if (sides.length !== m.columns) {
      throw new AnalyticsError('shape', `Evidence needs a side for each of ${m.columns} columns, not ${sides.length}.`);
    }
    const columns = sides.map((side, j) => {
      const values = Float64Array.from({ length: m.rows }, (_, row) => m.data[row * m.columns + j]!);
      return {
        ...(side === 'low' ? {} : { high: fitTail(values) }),
        ...(side === 'high' ? {} : { low: fitTail(values.map((value) => -value)) }),
      };
    });
    return new TailEvidence({ version: 1, columns });
  }

  static fromJSON(json: TailEvidenceJson): TailEvidence {
    if (json.version !== 1) {
      throw new AnalyticsError('version', 'This is not evidence of version 1.');
    }
    return new TailEvidence(json);
  }

  toJSON(): TailEvidenceJson {
    return this.json;
  }

  /** The same rows as evidence: a new matrix, and the same one again while it is asked of the same rows. */
  of(m: Matrix): Matrix {
    if (this.last?.from !== m) {
      this.last = { from: m, to: this.compute(m) };
    }
    return this.last.to;
  }

  private compute({ data, rows, columns }: Matrix): Matrix {
    if (columns !== this.json.columns.length) {
      throw new AnalyticsError('shape', `This evidence is of ${this.json.columns.length} columns; these rows have ${columns}.`); // prettier-ignore
    }
    const found = new Float64Array(data.length);
    this.json.columns.forEach(({ high, low }, j) => {
      for (let at = j; at < data.length; at += columns) {
        const above = high ? evidenceOf(data[at]!, high) : 0;
        found[at] = low ? Math.max(above, evidenceOf(-data[at]!, low)) : above;
      }
    });
    return { data: found, rows, columns };
  }
}

function fitTail(values: Float64Array): Tail {
  const { raw, tail, decay } = fitCalibration(values);
  return { raw, evidence: tail.map((share) => -Math.log10(share)), slope: 1 / (decay * Math.LN10) };
}

function evidenceOf(value: number, { raw, evidence, slope }: Tail): number {
  const last = raw.length - 1;
  if (value <= raw[0]!) {
    return 0;
  }
  if (value >= raw[last]!) {
    return Math.min(mostEvidence, evidence[last]! + slope * (value - raw[last]!));
  }
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (raw[middle]! <= value) {
      low = middle;
    } else {
      high = middle;
    }
  }
  const part = (value - raw[low]!) / (raw[high]! - raw[low]!);
  return Math.min(mostEvidence, evidence[low]! + part * (evidence[high]! - evidence[low]!));
}
