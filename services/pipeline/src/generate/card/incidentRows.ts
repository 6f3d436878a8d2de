import type { Random } from '@spendscope/analytics';
import type { Calendar } from '../calendar';
import type { CardTransaction, IncidentKind } from '../columns';
import type { IncidentTrace, TimedRow } from '../emit';
import type { IncidentPlan } from '../incidents';
import { drawHost, drawNetwork } from '../networks';
import { degrees, farPlaces, weightsOf, type Place } from '../places';
import { categories, categoryIndex } from './categories';
import { baseRow, goOnline, nearHome, place, type Spender } from './purchase';

type Maker = (spender: Spender, at: number, rows: number, calendar: Calendar) => IncidentTrace<CardTransaction>;

const farWeights = weightsOf(farPlaces);
const sellable = ['appliances', 'online mall', 'department store', 'duty free', 'games'].map(categoryIndex);

export function cardIncident(spender: Spender, plan: IncidentPlan, calendar: Calendar): IncidentTrace<CardTransaction> {
  return makers[plan.kind](spender, plan.at, plan.rows, calendar);
}

const makers: Record<IncidentKind, Maker> = {
  account_takeover(spender, at, rows, calendar) {
    const { profile, random } = spender;
    const place = farPlaces[random.weighted(farWeights)]!;
    const ip = drawHost(random, drawNetwork(random, place.country));
    const start = atNight(random, at, calendar);
    const trace: IncidentTrace<CardTransaction> = { transactions: [], actions: [] };
    for (let i = 0; i < 4; i++) {
      const at = start - 240 + i * 40;
      trace.actions.push({
        at,
        row: {
          action_id: '',
          timestamp: calendar.iso(at),
          customer_id: profile.customerId,
          action: i < 3 ? 'login_failed' : 'login',
          device: 'web',
          ip,
          lat: degrees(place.lat),
          lon: degrees(place.lon),
          country: place.country,
        },
      });
    }
    let time = start;
    for (let i = 0; i < rows; i++) {
      const item = purchaseOf(spender, time, random.between(400_000, 1_900_000), random.pick(sellable), calendar);
      item.row.channel = 'online';
      from(item, place, ip);
      trace.transactions.push({ ...item, incident: 'account_takeover' });
      time += 60 + random.int(300);
    }
    return trace;
  },

  card_testing(spender, at, rows, calendar) {
    const { random } = spender;
    const place = farPlaces[random.weighted(farWeights)]!;
    const network = drawNetwork(random, place.country);
    const trace: IncidentTrace<CardTransaction> = { transactions: [], actions: [] };
    let time = at;
    for (let i = 0; i < rows; i++) {
      const last = i === rows - 1;
      const amount = last ? random.between(800_000, 2_800_000) : random.between(100, 1_900);
      const item = purchaseOf(spender, time, amount, categoryIndex(last ? 'appliances' : 'digital services'), calendar);
      item.row.channel = 'online';
      from(item, place, drawHost(random, network));
      trace.transactions.push({ ...item, incident: 'card_testing' });
      time += 8 + random.int(40);
    }
    return trace;
  },

  velocity(spender, at, rows, calendar) {
    const { profile, random } = spender;
    const trace: IncidentTrace<CardTransaction> = { transactions: [], actions: [] };
    let time = at;
    for (let i = 0; i < rows; i++) {
      const item = purchaseOf(spender, time, random.between(45_000, 320_000), random.pick(sellable), calendar);
      goOnline(item.row, profile, random);
      trace.transactions.push({ ...item, incident: 'velocity' });
      time += 20 + random.int(80);
    }
    return trace;
  },

  far_apart(spender, at, _rows, calendar) {
    const { profile, random } = spender;
    const far = farPlaces[random.weighted(farWeights)]!;
    const home = purchaseOf(spender, at, random.between(5_000, 40_000), categoryIndex('restaurant'), calendar);
    nearHome(home.row, profile, random);
    const later = at + 900 + random.int(1800);
    const away = purchaseOf(spender, later, random.between(60_000, 600_000), categoryIndex('fashion'), calendar);
    place(away.row, far, random);
    return { transactions: [home, { ...away, incident: 'far_apart' }], actions: [] };
  },

  sudden_spike(spender, at, rows, calendar) {
    const { profile, random } = spender;
    const trace: IncidentTrace<CardTransaction> = { transactions: [], actions: [] };
    for (let i = 0; i < rows; i++) {
      const amount = random.between(35, 110) * 30_000 * Math.max(0.7, profile.ticket);
      const item = purchaseOf(spender, at + i * 700, amount, random.pick(sellable), calendar);
      nearHome(item.row, profile, random);
      trace.transactions.push({ ...item, incident: 'sudden_spike' });
    }
    return trace;
  },
};

/** Thieves of accounts act while the owner sleeps; in the last day they keep their time, so that it stays busy. */
function atNight(random: Random, at: number, calendar: Calendar): number {
  if (at > calendar.end - 86_400) {
    return at;
  }
  return Math.max(calendar.start + 3600, calendar.timeOf(calendar.dayOf(at)) + 3600 + random.int(3.5 * 3600));
}

function purchaseOf(
  spender: Spender,
  at: number,
  amount: number,
  c: number,
  calendar: Calendar
): TimedRow<CardTransaction> {
  const category = categories[c]!;
  const row = baseRow(spender.profile, calendar.iso(at), amount);
  row.category_large = category.large;
  row.category_mid = category.mid;
  row.merchant = spender.random.pick(category.merchants);
  return { at, row };
}

function from(item: TimedRow<CardTransaction>, where: Place, ip: string): void {
  item.row.ip = ip;
  item.row.lat = degrees(where.lat);
  item.row.lon = degrees(where.lon);
  item.row.country = where.country;
  item.row.city = where.name;
}
