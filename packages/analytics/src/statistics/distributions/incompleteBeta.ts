import { continuedFraction } from './continuedFraction';
import { deviance, stirlingError } from './saddlePoint';
import { type Tails, lowerOf, upperOf } from './tails';

/**
 * Regularised incomplete beta function Iₓ(a, b) and its complement, a, b > 0: the continued fraction of
 * DiDonato & Morris (ACM TOMS 18, 1992, eq. 9: the even part of DLMF 8.17.22, which does not cancel where one of the
 * two is huge) on the side where it converges fast, its factor in saddle-point form.
 *
 * @param y 1 − x, given so that neither loses digits near 0 or 1
 */
export function incompleteBeta(a: number, b: number, x: number, y: number): Tails {
  if (x <= 0 || y <= 0) {
    return x <= 0 ? { lower: 0, upper: 1 } : { lower: 1, upper: 0 };
  }
  return x < (a + 1) / (a + b + 2) ? lowerOf(side(a, b, x, y)) : upperOf(side(b, a, y, x));
}

function side(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const exponent = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y);
  // xᵃ yᵇ ÷ B(a, b)
  const factor = Math.sqrt(((a / n) * b) / (2 * Math.PI)) * Math.exp(exponent);
  const lambda = a * y - b * x;
  const beta = (m: number): number =>
    m + ((m * (b - m)) / (a + 2 * m - 1)) * x + ((a + m) / (a + 2 * m + 1)) * (lambda + 1 + m * (1 + y));
  const fraction = continuedFraction((a / (a + 1)) * (lambda + 1), (m) => {
    const at = a + 2 * m - 1;
    return [((a + m - 1) / at) * ((n + m - 1) / at) * m * (b - m) * x * x, beta(m)];
  });
  return factor / fraction;
}
