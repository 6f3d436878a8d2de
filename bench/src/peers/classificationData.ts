import { type Matrix, Random, matrix } from '@spendscope/analytics';

export interface ClassificationData {
  m: Matrix;
  labels: Int8Array;
}

/** Seeded rows with a linear, a wavy and a joint effect; the rest of the columns are noise. */
export function classificationData(rows: number, columns: number): ClassificationData {
  const random = new Random(7);
  const data = Float64Array.from({ length: rows * columns }, () => random.normal());
  const labels = Int8Array.from({ length: rows }, (_, i) => {
    const x = data.subarray(i * columns, i * columns + 5);
    const margin = x[0]! + 1.5 * Math.sin(3 * x[1]!) + x[2]! * x[3]! - x[4]! / 2;
    return random.next() < 1 / (1 + Math.exp(-margin)) ? 1 : 0;
  });
  return { m: matrix(data, columns), labels };
}
