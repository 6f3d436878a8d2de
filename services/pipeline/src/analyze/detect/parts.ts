import { type Calibration, type Matrix, calibrate } from '@spendscope/analytics';
import { type DetectorName, anomalyThreshold } from '@spendscope/contracts';

/** A model that gives each row a raw score, higher for stranger ones, and says what each feature added to it. */
export interface RowModel {
  score(m: Matrix): Float64Array;
  contributions(row: Float64Array): Float64Array;
}

/** One of the detectors, with the calibration of its own scores. */
export interface DetectorPart {
  name: DetectorName;
  model: RowModel;
  calibration: Calibration;
}

/** What the detectors say together, before it is calibrated: the mean of their calibrated scores. */
export function combine(parts: readonly DetectorPart[], raw: (part: number) => number): number {
  return parts.reduce((sum, { calibration }, i) => sum + calibrate(raw(i), calibration), 0) / parts.length;
}

/** Each detector's calibrated score, and which of them flag it. */
export function votesOf(
  parts: readonly DetectorPart[],
  raw: (part: number) => number
): { scores: Partial<Record<DetectorName, number>>; votes: DetectorName[] } {
  const scores = Object.fromEntries(parts.map(({ name, calibration }, i) => [name, calibrate(raw(i), calibration)]));
  return { scores, votes: parts.map(({ name }) => name).filter((name) => scores[name]! >= anomalyThreshold) };
}
