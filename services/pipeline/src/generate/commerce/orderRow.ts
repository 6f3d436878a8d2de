import type { Random } from '@spendscope/analytics';
import type { Calendar } from '../calendar';
import type { CommerceTransaction } from '../columns';
import type { TimedRow } from '../emit';
import { drawHost } from '../networks';
import { degrees } from '../places';
import { catalogue } from './catalogue';
import type { ShopProfile } from './profile';

/** A shop customer with what is needed to draw its orders. */
export interface Shopper {
  profile: ShopProfile;
  random: Random;
}

/** Where an order or event comes from: address and place as the network knows it. */
export interface Origin {
  ip: string;
  lat: number;
  lon: number;
  country: string;
}

// Share of orders by hour of day: a lunch break's peak and a late evening's.
const hours = [3, 1.5, 0.8, 0.4, 0.3, 0.4, 1, 2, 4, 5, 5.5, 6, 7, 6, 5, 5, 5, 5, 5.5, 6.5, 8, 9, 8, 6];

/** At home, or on the phone's own network. */
export function drawOrigin({ profile, random }: Shopper): Origin {
  const { home, device } = profile;
  const mobile = device === 'phone' && random.chance(0.4);
  const ip = mobile ? drawHost(random, home.mobileNetwork) : home.homeIp;
  return { ip, lat: degrees(home.lat), lon: degrees(home.lon), country: 'KR' };
}

/** Draws a time of day in the shop's rhythm within [from, to]. */
export function drawShopTime({ random }: Shopper, from: number, to: number, calendar: Calendar): number {
  for (let tries = 0; tries < 12; tries++) {
    const day = calendar.dayOf(Math.floor(random.between(from, to)));
    const at = calendar.timeOf(day) + random.weighted(hours) * 3600 + random.int(3600);
    if (at >= from && at <= to) {
      return at;
    }
  }
  return Math.floor(random.between(from, to));
}

export function drawOrder(shopper: Shopper, at: number, calendar: Calendar): TimedRow<CommerceTransaction> {
  const { profile, random } = shopper;
  const category = random.weighted(profile.taste);
  const amount = random.logNormal(catalogue[category]!.median, 0.55) * profile.ticket;
  return orderRow(shopper, at, { category, amount }, drawOrigin(shopper), calendar);
}

export function orderRow(
  { profile, random }: Shopper,
  at: number,
  what: { category: number; amount: number },
  origin: Origin,
  calendar: Calendar
): TimedRow<CommerceTransaction> {
  const { department, category, brands } = catalogue[what.category]!;
  const row: CommerceTransaction = {
    order_id: '',
    ordered_at: calendar.iso(at),
    customer_id: profile.customerId,
    amount: Math.max(100, Math.round(what.amount / 100) * 100),
    currency: 'KRW',
    type: 'purchase',
    department,
    category,
    brand: random.pick(brands),
    payment: profile.payment,
    device: profile.device,
    ...origin,
  };
  return { at, row };
}

export function shopEvent(
  profile: ShopProfile,
  at: number,
  event: string,
  origin: Origin,
  calendar: Calendar,
  device: string = profile.device
): TimedRow {
  const row = { event_id: '', event_at: calendar.iso(at), customer_id: profile.customerId, event, device, ...origin };
  return { at, row };
}
