import { checkValues } from '../matrix';

export interface KolmogorovSmirnov {
  /** largest distance of the two distribution functions, in [0, 1] */
  statistic: number;
  p: number;
}

/**
 * Whether two samples are of one distribution. The p-value is the asymptotic one (Smirnov 1948), good from some dozens of
 * values each.
 *
 * @param sizes of the samples, where what is given are only some of their order statistics
 * @throws AnalyticsError on empty or non-finite input
 */
export function kolmogorovSmirnov(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  sizes: readonly [number, number] = [a.length, b.length]
): KolmogorovSmirnov {
  checkValues(a, 'The first sample');
  checkValues(b, 'The second sample');
  const [x, y] = [a, b].map((values) => Float64Array.from(values).sort()) as [Float64Array, Float64Array];
  let [i, j, statistic] = [0, 0, 0];
  while (i < x.length && j < y.length) {
    const at = Math.min(x[i]!, y[j]!);
    // Past all that are equal: between ties the functions are not compared.
    while (x[i]! === at) {
      i++;
    }
    while (y[j]! === at) {
      j++;
    }
    statistic = Math.max(statistic, Math.abs(i / x.length - j / y.length));
  }
  const [n, m] = sizes;
  return { statistic, p: kolmogorovUpper(Math.sqrt((n * m) / (n + m)) * statistic) };
}

/** P(K > z) of Kolmogorov's limit distribution; by the theta function's other series where the first converges slowly. */
export function kolmogorovUpper(z: number): number {
  if (z <= 0) {
    return 1;
  }
  let sum = 0;
  if (z < 1.18) {
    for (let k = 1; k <= 20; k++) {
      sum += Math.exp(-(((2 * k - 1) * Math.PI) ** 2) / (8 * z * z));
    }
    return 1 - (Math.sqrt(2 * Math.PI) / z) * sum;
  }
  for (let k = 1; k <= 20; k++) {
    sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * (k * z) ** 2);
  }
  return sum;
}
