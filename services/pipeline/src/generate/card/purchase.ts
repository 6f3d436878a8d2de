import type { Random } from '@spendscope/analytics';
import type { Calendar } from '../calendar';
import type { CardTransaction } from '../columns';
import type { TimedRow } from '../emit';
import { drawHost } from '../networks';
import { degrees, regions, type Place } from '../places';
import { categories } from './categories';
import type { CardProfile } from './profile';
import type { SpendDays } from './spendDays';
import type { Taste } from './taste';

/** A customer with what is needed to draw its transactions. */
export interface Spender {
  profile: CardProfile;
  taste: Taste;
  random: Random;
}

const seaside = regions.filter((region) => ['Jeju', 'Gangwon', 'Busan'].includes(region.name));
const scratch = new Float64Array(categories.length);

/** Draws one ordinary purchase at a time; its id is given later, when the order of all is known. */
export function drawPurchase(
  spender: Spender,
  at: number,
  calendar: Calendar,
  days: SpendDays
): TimedRow<CardTransaction> {
  const { profile, taste, random } = spender;
  const day = Math.min(calendar.dayOf(at), calendar.days - 1);
  const night = calendar.hourOf(at) < 6;
  const trip = profile.trip && at >= profile.trip.from && at < profile.trip.to ? profile.trip : undefined;
  for (let c = 0; c < categories.length; c++) {
    scratch[c] = days.weights[day * categories.length + c]! * taste.factors[c]! * (night ? categories[c]!.night : 1);
  }
  const c = random.weighted(scratch);
  const category = categories[c]!;
  if (random.chance(0.008)) {
    return { at, row: cashAdvance(spender, at, calendar) };
  }
  const favourite = random.chance(0.55) ? taste.favourites[c]! : random.int(category.merchants.length);
  const amount = random.logNormal(category.medianAmount, category.sigma) * profile.ticket;
  const row = baseRow(profile, calendar.iso(at), amount);
  row.category_large = category.large;
  row.category_mid = category.mid;
  row.merchant = category.merchants[favourite]!;
  if (trip && category.online < 0.9) {
    place(row, trip.place, random);
    return { at, row };
  }
  const digital = profile.digitalMember ? 1.25 : 0.75;
  if (random.chance(Math.min(1, category.online * (category.online > 0.9 ? 1 : digital)))) {
    goOnline(row, profile, random, trip?.network);
  } else if (category.mid === 'lodging') {
    place(row, random.pick(seaside), random);
  } else {
    nearHome(row, profile, random);
  }
  return { at, row };
}

/** A purchase by nobody in particular yet: amount rounded to 10 KRW, no category, no place. */
export function baseRow(profile: CardProfile, timestamp: string, amount: number): CardTransaction {
  return {
    transaction_id: '',
    timestamp,
    customer_id: profile.customerId,
    amount: Math.max(100, Math.round(amount / 10) * 10),
    currency: 'KRW',
    type: 'purchase',
    category_large: '',
    category_mid: '',
    merchant: '',
    channel: 'offline',
    card_product: profile.cardProduct.id,
    ip: '',
    lat: '',
    lon: '',
    country: 'KR',
    city: profile.home.region.name,
  };
}

/** In a shop of a place; the terminal has no address of the customer's. */
export function place(row: CardTransaction, where: Place, random: Random): void {
  row.lat = degrees(where.lat + 0.04 * random.normal());
  row.lon = degrees(where.lon + 0.04 * random.normal());
  row.country = where.country;
  row.city = where.name;
}

export function nearHome(row: CardTransaction, profile: CardProfile, random: Random): void {
  row.lat = degrees(profile.home.lat + 0.02 * random.normal());
  row.lon = degrees(profile.home.lon + 0.02 * random.normal());
}

/** From home or on the move; the place is where the customer is, as the network knows it. */
export function goOnline(row: CardTransaction, profile: CardProfile, random: Random, foreignNetwork?: string): void {
  row.channel = random.chance(profile.digitalMember ? 0.7 : 0.35) ? 'app' : 'online';
  const mobile = row.channel === 'app' && random.chance(0.55);
  row.ip = foreignNetwork ? drawHost(random, foreignNetwork) : mobile ? drawHost(random, profile.home.mobileNetwork) : profile.home.homeIp; // prettier-ignore
  row.lat = degrees(profile.home.lat);
  row.lon = degrees(profile.home.lon);
  if (foreignNetwork && profile.trip) {
    row.lat = degrees(profile.trip.place.lat);
    row.lon = degrees(profile.trip.place.lon);
    row.country = profile.trip.place.country;
    row.city = profile.trip.place.name;
  }
}

function cashAdvance({ profile, random }: Spender, at: number, calendar: Calendar): CardTransaction {
  const row = baseRow(profile, calendar.iso(at), 100_000 * (1 + random.int(5)));
  row.type = 'cash_advance';
  row.category_large = 'finance';
  row.category_mid = 'cash advance';
  row.merchant = 'ATM';
  nearHome(row, profile, random);
  return row;
}
