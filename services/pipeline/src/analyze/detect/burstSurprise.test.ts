import { surprise } from './burstSurprise';

/** −log10 of P(Gamma(k) ≤ x) = 1 − e^−x Σ x^j ÷ j!, whose digits are enough where x is not small. */
function slowly(k: number, x: number): number {
  let term = Math.exp(-x);
  let sum = term;
  for (let j = 1; j < k; j++) {
    term *= x / j;
    sum += term;
  }
  return -Math.log10(1 - sum);
}

it.each([
  [1, 0.5],
  [3, 1],
  [12, 6],
  [12, 11.9],
])('is the chance that %i waiting times sum up to %d at most', (k, x) => {
  expect(surprise(k, x)).toBeCloseTo(slowly(k, x), 8);
});

it('keeps its digits where the chance is tiny, and is 0 where orders come no faster than usual', () => {
  // For small x it is x^k ÷ k!.
  expect(surprise(12, 1e-3)).toBeCloseTo(36 + Math.log10(479_001_600), 3);
  expect([surprise(1, 1), surprise(5, 20)]).toEqual([0, 0]);
});
