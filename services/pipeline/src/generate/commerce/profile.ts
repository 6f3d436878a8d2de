import { Random } from '@spendscope/analytics';
import { incidentShare, meanIncidentRows, planIncidents, type IncidentPlan } from '../incidents';
import { drawResidence, type Residence } from '../residence';
import { streamOf } from '../streams';
import type { WorldOptions } from '../world';
import { catalogue, departments, loginDevices, maritalStatuses, payments } from './catalogue';
import { churnCause, type Behaviour } from './churn';

/** All that stays the same about a shop customer; drawn from the seed and the index alone. */
export interface ShopProfile {
  customerId: string;
  behaviour: Behaviour;
  age: number;
  sex: 'female' | 'male';
  home: Residence;
  maritalStatus: string;
  device: string;
  cityTier: 1 | 2 | 3;
  payment: string;
  appHours: number;
  devices: number;
  preferred: (typeof departments)[number];
  addresses: number;
  orderGrowth: number;
  cause?: string;
  /** weights of the catalogue's categories */
  taste: Float64Array;
  weight: number;
  ticket: number;
  from: number;
  to: number;
  incidents: IncidentPlan[];
}

const daySeconds = 86_400;
const metropolitan = ['Busan', 'Incheon', 'Daegu', 'Daejeon', 'Gwangju', 'Ulsan', 'Gyeonggi'];

export function shopProfile(index: number, options: WorldOptions): ShopProfile {
  const random = new Random(options.seed, streamOf(index, 'profile'));
  const end = Math.floor(options.end.getTime() / 1000);
  const length = options.days * daySeconds;
  const home = drawResidence(random);
  const cityTier = home.region.name === 'Seoul' ? 1 : metropolitan.includes(home.region.name) ? 2 : 3;
  const behaviour: Behaviour = {
    tenureMonths: Math.min(60, Math.floor(14 * random.exponential())),
    warehouseKm: Math.round(5 + cityTier * 3 * random.exponential() + 3 * random.next()),
    satisfaction: 1 + random.weighted([11, 9, 30, 26, 24]),
    complained: random.chance(0.22),
    couponsUsed: Math.floor(2.2 * random.exponential()),
    cashbackRate: random.between(0.008, 0.03),
  };
  const cause = churnCause(behaviour, () => random.next());
  const preferred = departments[random.weighted([20, 18, 22, 30, 10])]!;
  const from = Math.max(end - length, end - Math.max(20, behaviour.tenureMonths * 30.4) * daySeconds);
  const silent = Math.floor((end - from) * random.between(0.15, 0.6));
  const to = cause ? end - Math.max(5 * daySeconds, silent) : end;
  const rate = random.logNormal(1, 0.5);
  return {
    customerId: `S${String(index + 1).padStart(8, '0')}`,
    behaviour,
    age: 19 + random.int(48),
    sex: random.chance(0.56) ? 'female' : 'male',
    home,
    maritalStatus: random.pick(maritalStatuses),
    device: random.pick(loginDevices),
    cityTier,
    payment: payments[random.weighted([35, 32, 15, 8, 10])]!,
    appHours: Math.max(0, Math.round(10 * (2.9 + 0.7 * random.normal())) / 10),
    devices: 1 + random.weighted([6, 7, 18, 30, 16, 3]),
    preferred,
    addresses: 1 + Math.floor(3 * random.exponential()),
    orderGrowth: Math.round(16 + 4 * random.normal()),
    cause,
    taste: Float64Array.from(catalogue, ({ department, share }) => share * (department === preferred ? 4 : 1)),
    weight: rate * Math.max(0.02, (to - from) / length),
    ticket: random.logNormal(1, 0.35),
    from: Math.floor(from),
    to: Math.floor(Math.max(to, from + daySeconds)),
    incidents: planIncidents(random, (incidentShare * options.transactions) / options.users / meanIncidentRows, {
      from: Math.floor(from),
      to: Math.floor(Math.max(to, from + daySeconds)),
      end,
    }),
  };
}
