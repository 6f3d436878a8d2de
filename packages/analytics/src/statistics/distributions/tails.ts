/** Both sides of a distribution function; each keeps its relative accuracy where it is small. */
export interface Tails {
  /** P(X ≤ x) */
  lower: number;
  /** P(X > x) */
  upper: number;
}

export const lowerOf = (lower: number): Tails => ({ lower, upper: 1 - lower });
export const upperOf = (upper: number): Tails => ({ lower: 1 - upper, upper });
