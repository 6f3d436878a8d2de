/**
 * Pieces of the saddle-point form of probabilities (C. Loader, "Fast and Accurate Computation of Binomial
 * Probabilities", 2000): factorials and powers that nearly cancel are never formed, so nothing is lost for huge counts.
 */

/** ln Γ(n + 1) − (n + ½) ln n + n − ½ ln 2π for n > 0: what Stirling's formula leaves over (DLMF 5.11.1). */
export function stirlingError(n: number): number {
  let error = 0;
  let at = n;
  for (; at < 20; at++) {
    error += (at + 0.5) * Math.log1p(1 / at) - 1;
  }
  const square = 1 / (at * at);
  return error + (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188)))) / at;
}

/** x ln(x ÷ mean) + mean − x, without cancellation where x is near the mean. */
export function deviance(x: number, mean: number): number {
  const difference = x - mean;
  const v = difference / (x + mean);
  if (Math.abs(v) > 0.1) {
    return x === 0 ? mean : x * Math.log(x / mean) - difference;
  }
  let sum = difference * v;
  let power = 2 * x * v;
  for (let j = 3; ; j += 2) {
    power *= v * v;
    const next = sum + power / j;
    if (next === sum) {
      return sum;
    }
    sum = next;
  }
}

/** Chance of k of n with probability p; q = 1 − p is given so that neither loses digits. 0 ≤ k ≤ n. */
export function binomialProbability(k: number, n: number, p: number, q: number): number {
  if (p === 0 || q === 0) {
    return k === (p === 0 ? 0 : n) ? 1 : 0;
  }
  if (k === 0) {
    return Math.exp(n * (p < 0.5 ? Math.log1p(-p) : Math.log(q)));
  }
  if (k === n) {
    return Math.exp(n * (q < 0.5 ? Math.log1p(-q) : Math.log(p)));
  }
  const exponent =
    stirlingError(n) - stirlingError(k) - stirlingError(n - k) - deviance(k, n * p) - deviance(n - k, n * q);
  return Math.sqrt(n / (2 * Math.PI * k * (n - k))) * Math.exp(exponent);
}
