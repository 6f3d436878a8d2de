/** Least days without an order before anybody counts as gone. */
const leastLimitDays = 30;
/** Multiple of a customer's own mean interval between orders that counts as gone. */
const ownIntervals = 3;
/** Limit for customers with a single order, who have no interval of their own. */
const singleOrderLimitDays = 90;

/**
 * Days without an order from which the stated rule calls a customer gone.
 *
 * @param intervalHours own mean interval between orders; NaN after a single one
 */
export function inactivityLimitDays(intervalHours: number): number {
  return Number.isNaN(intervalHours)
    ? singleOrderLimitDays
    : Math.max(leastLimitDays, (ownIntervals * intervalHours) / 24);
}
