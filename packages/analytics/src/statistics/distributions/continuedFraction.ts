const tiny = 1e-300;
const roundOff = 2 ** -53;

/**
 * b₀ + a₁ ÷ (b₁ + a₂ ÷ (b₂ + …)) by the modified Lentz method (Thompson & Barnett, J. Comput. Phys. 64, 1986).
 *
 * @param term gives [aₙ, bₙ] for n = 1, 2, …
 */
export function continuedFraction(start: number, term: (n: number) => readonly [number, number]): number {
  let value = start || tiny;
  let c = value;
  let d = 0;
  for (let n = 1; ; n++) {
    const [a, b] = term(n);
    d = 1 / (b + a * d || tiny);
    c = b + a / c || tiny;
    const factor = c * d;
    value *= factor;
    // The last factors differ from 1 by rounding only; an infinite d or c would never settle, and ends the loop as NaN.
    if (!(Math.abs(factor - 1) > 2 * roundOff)) {
      return value;
    }
  }
}
