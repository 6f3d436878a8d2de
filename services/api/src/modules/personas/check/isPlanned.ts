import { planning } from './planning';
import type { WrittenNumber } from './writtenNumbers';

const has = (list: readonly number[], value: number): boolean => list.includes(value);

/** Whether a number in a strategy is one of the horizons and counts that it may name. */
export function isPlanned({ value, unit }: WrittenNumber): boolean {
  switch (unit) {
    case 'percent':
    case 'money':
      return false;
    case 'days':
      return has(planning.days, value) || has(planning.counts, value);
    default:
      return has(planning.counts, value);
  }
}
