import { Random } from '@spendscope/analytics';
import { cardProducts } from '@spendscope/contracts';
import { meanIncidentRows, incidentShare, planIncidents, type IncidentPlan } from '../incidents';
import { drawNetwork } from '../networks';
import { tripPlaces, weightsOf, type Place } from '../places';
import { drawResidence, type Residence } from '../residence';
import { streamOf } from '../streams';
import type { WorldOptions } from '../world';
import { churnCauses, lifecycles, type Lifecycle, type LifecycleName } from './lifecycles';

/** All that stays the same about a card customer; drawn from the seed and the index alone. */
export interface CardProfile {
  index: number;
  customerId: string;
  lifecycle: LifecycleName;
  churnCause?: string;
  age: number;
  sex: 'female' | 'male';
  home: Residence;
  lifeStage: string;
  /** school-age children */
  children: number;
  digitalMember: boolean;
  hasCar: boolean;
  cardProduct: (typeof cardProducts)[number];
  device: string;
  /** share of ordinary transactions, relative */
  weight: number;
  /** factor on amounts */
  ticket: number;
  nearBorder: boolean;
  /** active time, seconds since 1970 */
  from: number;
  to: number;
  declineFrom: number;
  trip?: { from: number; to: number; place: Place; network: string };
  incidents: IncidentPlan[];
}

const lifecycleNames = Object.keys(lifecycles) as LifecycleName[];
const lifecycleShares = lifecycleNames.map((name) => lifecycles[name].share);
const tripWeights = weightsOf(tripPlaces);
// Twenties to seventies: shares of customers, and spend, which peaks in the fifties.
const decadeShares = [17, 21, 23, 20, 13, 6];
const decadeTickets = [0.6, 0.85, 1.12, 1.4, 1.08, 0.72];
const daySeconds = 86_400;

export function cardProfile(index: number, options: WorldOptions): CardProfile {
  const random = new Random(options.seed, streamOf(index, 'profile'));
  const lifecycle = lifecycleNames[random.weighted(lifecycleShares)]!;
  const course: Lifecycle = lifecycles[lifecycle];
  const end = Math.floor(options.end.getTime() / 1000);
  const length = options.days * daySeconds;
  const decade = random.weighted(decadeShares);
  const age = 20 + decade * 10 + random.int(decade === 5 ? 12 : 10);
  const home = drawResidence(random);
  const household = drawHousehold(random, age);
  const from = end - Math.floor(Math.min(1, random.between(...course.starts)) * length);
  const ends = end - Math.floor(random.between(...course.ends) * length);
  const to = lifecycle === 'one_off_big_spender' ? Math.min(end, from + Math.floor(length / 25)) : Math.max(ends, from);
  const ticket = course.ticket * decadeTickets[decade]! * random.logNormal(1, 0.4);
  const rate = course.activity * random.logNormal(1, 0.45);
  const digitalMember = random.chance([0.85, 0.8, 0.65, 0.45, 0.28, 0.12][decade]!);
  const hasCar = random.chance(age < 30 ? 0.3 : 0.68);
  return {
    index,
    customerId: `K${String(index + 1).padStart(8, '0')}`,
    lifecycle,
    churnCause: course.churned ? random.pick(churnCauses) : undefined,
    age,
    sex: random.chance(0.51) ? 'female' : 'male',
    home,
    ...household,
    digitalMember,
    hasCar,
    cardProduct: drawProduct(random, ticket * rate, household.children, hasCar, digitalMember),
    device: random.pick(['android', 'android', 'ios', 'ios', 'web']),
    weight: (rate * Math.max(to - from, length / 25)) / length,
    ticket,
    nearBorder: random.chance(0.25),
    from,
    to,
    declineFrom: to - Math.floor(course.decline * (to - from)),
    trip: drawTrip(random, from, to),
    incidents: planIncidents(random, (incidentShare * options.transactions) / options.users / meanIncidentRows, {
      from,
      to,
      end,
    }),
  };
}

function drawHousehold(random: Random, age: number): { lifeStage: string; children: number } {
  const draw = random.next();
  if (age < 28) {
    return { lifeStage: draw < 0.9 ? 'single' : 'couple', children: 0 };
  }
  if (age < 55) {
    const school = age < 35 ? 0.14 : 0.5;
    if (draw < school) {
      return { lifeStage: 'school-age family', children: 1 + random.weighted([5, 4, 1]) };
    }
    const young = age < 42 ? 0.22 : 0.03;
    if (draw < school + young) {
      return { lifeStage: 'young family', children: 0 };
    }
    return { lifeStage: draw < 0.72 ? 'couple' : 'single', children: 0 };
  }
  return { lifeStage: age >= 65 ? 'senior' : 'empty nest', children: 0 };
}

function drawProduct(
  random: Random,
  level: number,
  children: number,
  hasCar: boolean,
  digital: boolean
): CardProfile['cardProduct'] {
  // In the order of cardProducts: daily, market, drive, stream, campus, living, roam, signature.
  const weights = [24, 18, hasCar ? 16 : 2, digital ? 16 : 4, children > 0 ? 24 : 2, 8, level > 1.5 ? 16 : 3, 0];
  weights[7] = level > 4 ? 40 : level > 2.5 ? 10 : 0.5;
  return cardProducts[random.weighted(weights)]!;
}

function drawTrip(random: Random, from: number, to: number): CardProfile['trip'] {
  const place = tripPlaces[random.weighted(tripWeights)]!;
  const network = drawNetwork(random, place.country);
  const start = Math.floor(random.between(from, to));
  const days = 4 + random.int(6);
  return random.chance(0.14) ? { from: start, to: start + days * daySeconds, place, network } : undefined;
}
