import { Random } from '@spendscope/analytics';
import { Calendar } from '../calendar';
import type { CardTransaction } from '../columns';
import { emitHistory, joined, truthOf, type IdColumns, type LabelledRow, type TimedRow } from '../emit';
import { LiveCustomers } from '../liveCustomer';
import { RowIds } from '../rowIds';
import { liveStream, streamOf } from '../streams';
import type { LiveTransaction, Sinks, World, WorldOptions } from '../world';
import { customerRow } from './customerRow';
import { gradeOf, gradeThresholds, nearBorderFactor, type GradeThresholds } from './grades';
import { cardIncident } from './incidentRows';
import { cardProfile, type CardProfile } from './profile';
import { drawPurchase, type Spender } from './purchase';
import { spendDays, type SpendDays } from './spendDays';
import { drawSpendTimes } from './spendTimes';
import { tasteOf } from './taste';

type CardRow = LabelledRow<CardTransaction>;

const refundShare = 0.02;
const yearSeconds = 365 * 86_400;
const liveIncidentShare = 0.002;

/** Customers of a Korean card issuer and what they buy. */
export class CardWorld implements World {
  private readonly calendar: Calendar;
  private readonly feed: LiveCustomers<CardProfile>;
  private readonly ids: IdColumns;
  private readonly days: SpendDays;
  readonly thresholds: GradeThresholds;

  constructor(private readonly options: WorldOptions) {
    this.calendar = new Calendar(options.end, options.days);
    this.feed = new LiveCustomers(options.users, this.calendar.end, (index) => cardProfile(index, options));
    this.ids = {
      transaction: { column: 'transaction_id', ids: new RowIds(options.seed, 'T') },
      action: { column: 'action_id', ids: new RowIds(options.seed, 'A') },
    };
    this.days = spendDays(this.calendar);
    this.thresholds = gradeThresholds(options.transactions, options.users, options.days);
  }

  plan(index: number): { weight: number; incidentRows: number } {
    const { weight, incidents } = cardProfile(index, this.options);
    return { weight, incidentRows: incidents.reduce((sum, incident) => sum + incident.rows, 0) };
  }

  customer(index: number, count: number, sinks: Sinks): void {
    const spender = this.spender(index);
    const { profile } = spender;
    const rows: CardRow[] = this.ordinary(spender, count);
    const grade = gradeOf(this.settleSpend(profile, rows), this.thresholds);
    const last = rows.at(-1)?.at ?? profile.from;
    const actions = rows.flatMap((item) => this.loginBefore(spender, item));
    profile.incidents.forEach((plan, i) => {
      const trace = cardIncident(spender, plan, this.calendar);
      rows.push(...joined(trace.transactions, profile.customerId, i));
      actions.push(...trace.actions);
    });
    sinks.customer(customerRow(profile, grade, new Random(this.options.seed, streamOf(index, 'identity'))));
    sinks.truth(truthOf('profile', profile.customerId, profile.lifecycle));
    if (profile.churnCause) {
      sinks.truth(truthOf('churn', profile.customerId, profile.churnCause, this.calendar.iso(last)));
    }
    emitHistory({ index, id: profile.customerId }, rows, actions, this.ids, sinks);
  }

  live(at: number, draw: number): LiveTransaction[] {
    const random = new Random(this.options.seed, liveStream + draw);
    const profile = this.feed.draw(random, at);
    const spender = { profile, taste: tasteOf(profile, this.options), random };
    const second = Math.floor(at / 1000);
    const rows: CardRow[] = random.chance(liveIncidentShare)
      ? this.liveIncident(spender, second)
      : [drawPurchase(spender, second, this.calendar, this.days)];
    return rows.map((item, i) => {
      item.row.transaction_id = this.ids.transaction.ids.ofLive(draw, i);
      return { at: at + (item.at - second) * 1000, row: item.row, incident: item.incident };
    });
  }

  private spender(index: number): Spender {
    const profile = cardProfile(index, this.options);
    const random = new Random(this.options.seed, streamOf(index, 'events'));
    return { profile, taste: tasteOf(profile, this.options), random };
  }

  private liveIncident(spender: Spender, at: number): CardRow[] {
    const kinds = ['account_takeover', 'card_testing', 'velocity', 'far_apart', 'sudden_spike'] as const;
    const plan = { kind: spender.random.pick(kinds), at, rows: 4 + spender.random.int(5) };
    return cardIncident(spender, plan, this.calendar).transactions;
  }

  private ordinary(spender: Spender, count: number): CardRow[] {
    const { random, profile } = spender;
    const rows: CardRow[] = [];
    let previous: CardRow | undefined;
    for (const at of drawSpendTimes(random, profile, count, this.calendar, this.days)) {
      if (previous && random.chance(refundShare)) {
        rows.push({ at, row: this.refund(previous.row, at) });
        previous = undefined;
        continue;
      }
      const item = drawPurchase(spender, at, this.calendar, this.days);
      rows.push(item);
      previous = item.row.type === 'purchase' ? item : undefined;
    }
    return rows;
  }

  private refund(bought: CardTransaction, at: number): CardTransaction {
    return { ...bought, timestamp: this.calendar.iso(at), amount: -Number(bought.amount), type: 'refund' };
  }

  /** The spend of the last year; for some customers all amounts are first moved so that it ends just below a grade. */
  private settleSpend(profile: CardProfile, rows: CardRow[]): number {
    const since = this.calendar.end - yearSeconds;
    const spend = (): number =>
      rows.reduce(
        (sum, { at, row }) => (at >= since && row.type !== 'cash_advance' ? sum + Number(row.amount) : sum),
        0
      );
    const before = spend();
    const factor = profile.nearBorder ? nearBorderFactor(before, this.thresholds, (profile.index % 97) / 97) : 1;
    if (factor === 1) {
      return before;
    }
    for (const { row } of rows) {
      row.amount = row.type === 'cash_advance' ? row.amount : Math.floor((Number(row.amount) * factor) / 10) * 10;
    }
    return spend();
  }

  /** Purchases in the app or online often follow a login by a few minutes. */
  private loginBefore({ profile, random }: Spender, { at, row }: CardRow): TimedRow[] {
    if (row.ip === '' || !random.chance(0.5)) {
      return [];
    }
    const before = Math.max(this.calendar.start, at - 60 - random.int(600));
    const timestamp = this.calendar.iso(before);
    const device = row.channel === 'app' ? (profile.device === 'web' ? 'android' : profile.device) : 'web';
    const { customer_id, ip, lat, lon, country } = row;
    return [
      { at: before, row: { action_id: '', timestamp, customer_id, action: 'login', device, ip, lat, lon, country } },
    ];
  }
}
