import type { Calendar } from '../calendar';
import type { TimedRow } from '../emit';
import { drawOrigin, drawShopTime, shopEvent, type Shopper } from './orderRow';

const logDays = 30;

/** Chance that a visit goes on to each next step. */
const steps = [
  { event: 'search', chance: 0.7 },
  { event: 'view', chance: 0.85 },
  { event: 'cart', chance: 0.35 },
  { event: 'checkout', chance: 0.5 },
] as const;

/**
 * The last thirty days of a customer's behaviour: visits that start with a login and go as far as they go; wish lists
 * and complaints beside. Heavy users of the app come more often; those who have left do not come.
 */
export function drawEvents(shopper: Shopper, calendar: Calendar): TimedRow[] {
  const { profile, random } = shopper;
  const from = Math.max(profile.from, calendar.end - logDays * 86_400);
  if (profile.to <= from) {
    return [];
  }
  const share = (profile.to - from) / (logDays * 86_400);
  const visits = Math.round(profile.appHours * 1.2 * share * random.exponential());
  const events: TimedRow[] = [];
  for (let visit = 0; visit < visits; visit++) {
    const origin = drawOrigin(shopper);
    let at = drawShopTime(shopper, from, profile.to, calendar);
    const add = (event: string): void => {
      if (at <= calendar.end) {
        events.push(shopEvent(profile, at, event, origin, calendar));
      }
      at += 10 + random.int(240);
    };
    add('login');
    for (const { event, chance } of steps) {
      if (!random.chance(chance)) {
        break;
      }
      add(event);
    }
    if (random.chance(0.1)) {
      add('wishlist');
    }
  }
  if (profile.behaviour.complained && random.chance(share)) {
    const at = drawShopTime(shopper, from, profile.to, calendar);
    events.push(shopEvent(profile, at, 'complaint', drawOrigin(shopper), calendar));
  }
  return events;
}
