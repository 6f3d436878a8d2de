/** Where the population's mean stands on the bar, 0 to 1. */
export const POPULATION_AT = 0.4;
/** Times the population's mean that fill the bar. */
const FULL = 10;

/**
 * Length of a bar, 0 to 1, for a ratio to the population: linear below 1×, so that half is half as long, and
 * logarithmic above, so that 8× still fits. 0 for no value.
 */
export function barLength(ratio: number): number {
  if (!(ratio > 0)) {
    return 0;
  }
  return ratio <= 1
    ? ratio * POPULATION_AT
    : Math.min(1, POPULATION_AT + (1 - POPULATION_AT) * (Math.log(ratio) / Math.log(FULL)));
}
