import type { Calendar } from '../calendar';
import type { CommerceTransaction, IncidentKind } from '../columns';
import type { IncidentTrace } from '../emit';
import type { IncidentPlan } from '../incidents';
import { drawHost, drawNetwork } from '../networks';
import { degrees, farPlaces, weightsOf } from '../places';
import { catalogue } from './catalogue';
import { drawOrigin, orderRow, shopEvent, type Origin, type Shopper } from './orderRow';

const farWeights = weightsOf(farPlaces);
const dear = catalogue.flatMap(({ median }, i) => (median > 300_000 ? [i] : []));
const cheap = catalogue.findIndex(({ median }) => median < 20_000);

/** What an incident does to a shop account. */
export function shopIncident(
  shopper: Shopper,
  plan: IncidentPlan,
  calendar: Calendar
): IncidentTrace<CommerceTransaction> {
  const { profile, random } = shopper;
  const far = drawFar(shopper);
  const home = drawOrigin(shopper);
  const trace: IncidentTrace<CommerceTransaction> = { transactions: [], actions: [] };
  let at = plan.at;
  const add = (category: number, amount: number, origin: Origin, gap: number, ordinary = false): void => {
    const item = orderRow(shopper, at, { category, amount }, origin, calendar);
    trace.transactions.push(ordinary ? item : { ...item, incident: plan.kind });
    at += 1 + Math.floor(gap * (0.5 + random.next()));
  };
  const makers: Record<IncidentKind, () => void> = {
    account_takeover: () => {
      for (let i = 0; i < 4; i++) {
        const event = i < 3 ? 'login_failed' : 'login';
        trace.actions.push(shopEvent(profile, plan.at - 200 + i * 30, event, far, calendar, 'computer'));
      }
      for (let i = 0; i < plan.rows; i++) {
        add(random.pick(dear), random.between(700_000, 2_400_000), far, 180);
      }
    },
    card_testing: () => {
      for (let i = 0; i < plan.rows; i++) {
        const last = i === plan.rows - 1;
        add(last ? dear[0]! : cheap, last ? random.between(900_000, 2_800_000) : random.between(100, 2_000), far, 25);
      }
    },
    velocity: () => {
      for (let i = 0; i < plan.rows; i++) {
        add(random.int(catalogue.length), random.between(60_000, 350_000), home, 50);
      }
    },
    far_apart: () => {
      add(cheap, random.between(10_000, 40_000), home, 1500, true);
      add(cheap, random.between(60_000, 500_000), far, 60);
    },
    sudden_spike: () => {
      for (let i = 0; i < plan.rows; i++) {
        add(random.pick(dear), random.between(40, 110) * 35_000 * Math.max(0.7, profile.ticket), home, 400);
      }
    },
  };
  makers[plan.kind]();
  return trace;
}

function drawFar({ random }: Shopper): Origin {
  const place = farPlaces[random.weighted(farWeights)]!;
  const ip = drawHost(random, drawNetwork(random, place.country));
  return { ip, lat: degrees(place.lat), lon: degrees(place.lon), country: place.country };
}
