import type { Calendar } from '../calendar';
import type { IncidentKind, PlayTransaction } from '../columns';
import type { IncidentTrace } from '../emit';
import type { IncidentPlan } from '../incidents';
import { drawHost, drawNetwork } from '../networks';
import { degrees, farPlaces, weightsOf } from '../places';
import { homeOf, playAction, playRow, type Origin, type Player } from './playRow';
import { games } from './styles';

type Trace = IncidentTrace<PlayTransaction>;

const farWeights = weightsOf(farPlaces);

/** What an incident does to a player's account. */
export function playIncident(player: Player, plan: IncidentPlan, calendar: Calendar): Trace {
  const { profile, random } = player;
  const usual = profile.style.stake * profile.stake;
  const far = drawFar(player);
  const home = homeOf(profile);
  const game = random.pick(games);
  const where = { game: game.name, table: random.pick(game.tables) };
  const trace: Trace = { transactions: [], actions: [] };
  let at = plan.at;
  const add = (type: string, amount: number, origin: Origin, gap: number, ordinary = false): void => {
    const seat = type === 'bet' ? where : {};
    const item = playRow(profile, calendar, at, { type, amount, ...seat }, origin);
    trace.transactions.push(ordinary ? item : { ...item, incident: plan.kind });
    at += 1 + Math.floor(gap * (0.5 + random.next()));
  };
  const makers: Record<IncidentKind, () => void> = {
    account_takeover: () => {
      for (let i = 0; i < 4; i++) {
        const action = i < 3 ? 'login_failed' : 'login';
        trace.actions.push(playAction(profile, calendar, plan.at - 200 + i * 30, action, far));
      }
      for (let i = 0; i < plan.rows; i++) {
        add(i % 3 === 2 ? 'withdrawal' : 'bet', usual * random.between(20, 60), far, 180);
      }
    },
    card_testing: () => {
      for (let i = 0; i < plan.rows; i++) {
        add('deposit', i === plan.rows - 1 ? usual * random.between(80, 200) : random.between(100, 1_000), far, 25);
      }
    },
    velocity: () => {
      for (let i = 0; i < plan.rows; i++) {
        add('bet', usual * random.between(2, 6), home, 4);
      }
    },
    far_apart: () => {
      add('bet', usual, home, 1500, true);
      add('bet', usual * random.between(2, 5), far, 60);
    },
    sudden_spike: () => {
      for (let i = 0; i < plan.rows; i++) {
        add('bet', usual * random.between(40, 120), home, 400);
      }
    },
  };
  makers[plan.kind]();
  return trace;
}

function drawFar({ random }: Player): Origin {
  const place = farPlaces[random.weighted(farWeights)]!;
  const ip = drawHost(random, drawNetwork(random, place.country));
  return { ip, lat: degrees(place.lat), lon: degrees(place.lon), country: place.country };
}
