import { Random } from '@spendscope/analytics';
import { Calendar } from '../calendar';
import { incidentKinds, type PlayCustomer, type PlayTransaction } from '../columns';
import { emitHistory, joined, truthOf, type IdColumns, type LabelledRow, type TimedRow } from '../emit';
import { LiveCustomers } from '../liveCustomer';
import { drawName } from '../names';
import { RowIds } from '../rowIds';
import { liveStream, streamOf } from '../streams';
import type { LiveTransaction, Sinks, World, WorldOptions } from '../world';
import { playIncident } from './incidentRows';
import type { Player } from './playRow';
import { playProfile, type PlayProfile } from './profile';
import { drawSessionStart, playSession } from './session';

const liveIncidentShare = 0.003;

/** Players of a gaming site in four styles: loose or tight, passive or aggressive, in equal quarters. */
export class PlayWorld implements World {
  private readonly calendar: Calendar;
  private readonly feed: LiveCustomers<PlayProfile>;
  private readonly ids: IdColumns;

  constructor(private readonly options: WorldOptions) {
    this.calendar = new Calendar(options.end, options.days);
    this.feed = new LiveCustomers(options.users, this.calendar.end, (index) => playProfile(index, options));
    this.ids = {
      transaction: { column: 'transaction_id', ids: new RowIds(options.seed, 'T') },
      action: { column: 'action_id', ids: new RowIds(options.seed, 'A') },
    };
  }

  plan(index: number): { weight: number; incidentRows: number } {
    const { weight, incidents } = playProfile(index, this.options);
    return { weight, incidentRows: incidents.reduce((sum, incident) => sum + incident.rows, 0) };
  }

  customer(index: number, count: number, sinks: Sinks): void {
    const profile = playProfile(index, this.options);
    const player: Player = { profile, random: new Random(this.options.seed, streamOf(index, 'events')) };
    const rows: LabelledRow<PlayTransaction>[] = [];
    const actions: TimedRow[] = [];
    while (rows.length < count) {
      const session = playSession(player, drawSessionStart(player, this.calendar), count - rows.length, this.calendar);
      rows.push(...session.transactions);
      actions.push(...session.actions);
    }
    const last = rows.reduce((latest, { at }) => Math.max(latest, at), profile.from);
    const turnover = rows.reduce((sum, { row }) => (row.type === 'bet' ? sum + Number(row.amount) : sum), 0);
    profile.incidents.forEach((plan, i) => {
      const trace = playIncident(player, plan, this.calendar);
      rows.push(...joined(trace.transactions, profile.playerId, i));
      actions.push(...trace.actions);
    });
    sinks.customer(this.playerRow(index, profile, turnover));
    sinks.truth(truthOf('profile', profile.playerId, profile.styleName));
    if (profile.leavingCause) {
      sinks.truth(truthOf('churn', profile.playerId, profile.leavingCause, this.calendar.iso(last)));
    }
    emitHistory({ index, id: profile.playerId }, rows, actions, this.ids, sinks);
  }

  live(at: number, draw: number): LiveTransaction[] {
    const random = new Random(this.options.seed, liveStream + draw);
    const profile = this.feed.draw(random, at);
    const player: Player = { profile, random };
    const second = Math.floor(at / 1000);
    const kind = random.chance(liveIncidentShare) ? random.pick(incidentKinds) : undefined;
    // The feed goes on after the history: its calendar has no end.
    const open = new Calendar(new Date(at + 86_400_000), 2);
    const rows: LabelledRow[] = kind
      ? playIncident(player, { kind, at: second, rows: 4 + random.int(5) }, open).transactions
      : playSession(player, second, 1 + random.int(6), open).transactions;
    return rows.map((item, i) => ({
      at: at + (item.at - second) * 1000,
      row: { ...item.row, transaction_id: this.ids.transaction.ids.ofLive(draw, i) },
      incident: item.incident,
    }));
  }

  /** The tier follows the turnover, at thresholds of the world's density. */
  private playerRow(index: number, profile: PlayProfile, turnover: number): PlayCustomer {
    const random = new Random(this.options.seed, streamOf(index, 'identity'));
    const usual = (this.options.transactions / this.options.users) * 10_000;
    const tier =
      turnover > usual * 6 ? 'VVIP' : turnover > usual * 2.5 ? 'VIP' : turnover > usual * 0.5 ? 'gold' : 'general';
    const joined = new Date((profile.from - random.int(600) * 86_400) * 1000);
    return {
      player_id: profile.playerId,
      name: drawName(random),
      age: profile.age,
      sex: profile.sex,
      region: profile.home.region.name,
      tier,
      joined_at: joined.toISOString().slice(0, 10),
      wallet_number: `W${String(index).padStart(8, '0')}${String(random.int(10_000)).padStart(4, '0')}`,
    };
  }
}
