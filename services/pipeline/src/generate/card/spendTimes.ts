import type { Random } from '@spendscope/analytics';
import type { Calendar } from '../calendar';
import type { CardProfile } from './profile';
import type { SpendDays } from './spendDays';

// Share of transactions by hour of the business day: lunch and evening peaks; the young are later.
const hoursYoung = [3, 1.6, 0.9, 0.5, 0.4, 0.5, 1, 3, 5, 4, 4, 6, 9, 7, 5, 5, 5.5, 6.5, 9, 9, 8, 7, 6, 4.5];
const hoursOlder = [1, 0.5, 0.3, 0.2, 0.3, 0.8, 2, 4, 6, 7, 7.5, 8, 9, 7.5, 6.5, 6, 6.5, 7.5, 8, 6.5, 4.5, 3, 2, 1.4];

/** Draws the times of a customer's ordinary transactions (seconds since 1970, ascending), none outside its active time. */
export function drawSpendTimes(
  random: Random,
  profile: CardProfile,
  count: number,
  calendar: Calendar,
  days: SpendDays
): Float64Array {
  const times = new Float64Array(count);
  const hours = profile.age < 40 ? hoursYoung : hoursOlder;
  const from = Math.max(profile.from, calendar.start);
  const first = days.cumulative[calendar.dayOf(from)]!;
  const span = days.cumulative[calendar.dayOf(profile.to) + 1]! - first;
  for (let i = 0; i < count; i++) {
    let at = 0;
    let tries = 0;
    do {
      at = calendar.timeOf(findDay(days.cumulative, first + random.next() * span));
      at += random.weighted(hours) * 3600 + random.int(3600);
    } while ((at < from || at > profile.to || fadedOut(random, profile, at)) && ++tries < 20);
    times[i] = Math.min(Math.max(at, from), profile.to);
  }
  return times.sort();
}

/** In the declining part of the active time, activity falls linearly to nothing. */
function fadedOut(random: Random, profile: CardProfile, at: number): boolean {
  return at > profile.declineFrom && random.chance((at - profile.declineFrom) / (profile.to - profile.declineFrom + 1));
}

function findDay(cumulative: Float64Array, sum: number): number {
  let low = 0;
  let high = cumulative.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (cumulative[middle]! <= sum) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}
