import { columnsPerWord } from './binning';

/** Sums of gradient and second derivative, side by side, of 256 bins of each column. */
export type Histogram = Float64Array;

export const binsPerColumn = 256;
/** Numbers that the columns of a word take. */
export const wordSize = columnsPerWord * 2 * binsPerColumn;

/** Numbers that a histogram of so many columns takes: whole words. */
export function histogramSize(columns: number): number {
  return Math.ceil(columns / columnsPerWord) * wordSize;
}
