import type { Fact } from '../prompt/personaFacts';
import type { WrittenNumber } from './writtenNumbers';

/** Figures above this may be rounded to two digits: 50,000 for 49,832. */
const large = 100;
const almost = 1e-9;

/**
 * Whether a written number is a given one, as it is or rounded to the digits that were written. A number with a unit
 * must be given in that unit; one without may be any but a percentage.
 */
export function isGiven(written: WrittenNumber, facts: readonly Fact[]): boolean {
  return facts.some(
    ({ value, unit }) => (written.unit ? written.unit === unit : unit !== 'percent') && isRoundingOf(written, value)
  );
}

function isRoundingOf({ value, step }: WrittenNumber, given: number): boolean {
  const equals = (other: number): boolean => Math.abs(value - other) <= almost * Math.max(1, Math.abs(other));
  const atStep = Math.abs(value - given) <= step / 2 + almost * Math.max(1, Math.abs(given));
  return atStep || (Math.abs(given) >= large && (equals(Number(given.toPrecision(2))) || equals(Number(given.toPrecision(3))))); // prettier-ignore
}
