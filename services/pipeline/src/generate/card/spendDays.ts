import type { Calendar } from '../calendar';
import { categories } from './categories';

/**
 * How much of each mid category is bought on each day of the history: share × month × growth × weekday × holidays, as
 * one table `weights[day × categories + category]`, with running sums over days to draw a day from.
 */
export interface SpendDays {
  weights: Float64Array;
  /** running sum of the days' totals; `cumulative[day + 1] − cumulative[day]` is the weight of a day */
  cumulative: Float64Array;
}

export function spendDays(calendar: Calendar): SpendDays {
  const weights = new Float64Array(calendar.days * categories.length);
  const cumulative = new Float64Array(calendar.days + 1);
  for (let day = 0; day < calendar.days; day++) {
    const weekday = calendar.weekdayOf(day);
    const month = calendar.monthOf(day);
    const toHoliday = calendar.daysToHoliday(day);
    let total = 0;
    categories.forEach((category, c) => {
      let weight = category.share * Math.exp(Math.log(1 + category.growth) * (day / 91.25));
      weight *= category.months?.[month - 1] ?? 1;
      weight *= weekday === 0 || weekday === 6 ? category.weekend : 1;
      weight *= weekday === 5 ? 1.1 : 1;
      weight *= holidayFactor(category.beforeHoliday, toHoliday);
      weights[day * categories.length + c] = weight;
      total += weight;
    });
    cumulative[day + 1] = cumulative[day]! + total;
  }
  return { weights, cumulative };
}

/** Shops are busier in the ten days before, and mostly shut on the three days of the holiday itself. */
function holidayFactor(before: number, daysAhead: number | undefined): number {
  if (daysAhead === undefined || daysAhead < -1 || daysAhead > 10) {
    return 1;
  }
  return daysAhead <= 1 ? 0.55 : before;
}
