import { Random } from '@spendscope/analytics';
import { Calendar } from '../calendar';
import type { CardTransaction, IncidentKind, Row } from '../columns';
import type { LiveTransaction, Sinks, World, WorldOptions } from '../world';
import { customerRow } from './customerRow';
import { gradeOf, gradeThresholds, nearBorderFactor, type GradeThresholds } from './grades';
import { cardIncident } from './incidentRows';
import { cardProfile, streamOf, type CardProfile } from './profile';
import { drawPurchase, type Spender, type TimedRow } from './purchase';
import { spendDays, type SpendDays } from './spendDays';
import { drawSpendTimes } from './spendTimes';
import { tasteOf } from './taste';

type LabelledRow = TimedRow & { incident?: IncidentKind; incidentId?: string };

const refundShare = 0.02;
const yearSeconds = 365 * 86_400;
const liveIncidentShare = 0.002;

/** Customers of a Korean card issuer and what they buy. */
export class CardWorld implements World {
  private readonly calendar: Calendar;
  private readonly days: SpendDays;
  readonly thresholds: GradeThresholds;

  constructor(private readonly options: WorldOptions) {
    this.calendar = new Calendar(options.end, options.days);
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
    const rows: LabelledRow[] = this.ordinary(spender, count);
    const grade = gradeOf(this.settleSpend(profile, rows), this.thresholds);
    const last = rows.at(-1)?.at ?? profile.from;
    const actions: Row[] = rows.flatMap((item) => this.loginBefore(spender, item));
    profile.incidents.forEach((plan, i) => {
      const trace = cardIncident(spender, plan, this.calendar);
      rows.push(...trace.transactions.map((item) => ({ ...item, incidentId: `${profile.customerId}-${i + 1}` })));
      actions.push(...trace.actions);
    });
    rows.sort((a, b) => a.at - b.at);
    sinks.customer(customerRow(profile, grade, new Random(this.options.seed, streamOf(index, 'identity'))));
    this.tellTruth(profile, last, sinks);
    rows.forEach((item, i) => {
      item.row.transaction_id = `T${profile.customerId.slice(1)}-${String(i + 1).padStart(5, '0')}`;
      sinks.transaction(item.row);
      if (item.incident) {
        sinks.truth(truth('anomaly', profile, item.incident, item.row.transaction_id, item.incidentId));
      }
    });
    actions.sort((a, b) => (a.timestamp! < b.timestamp! ? -1 : 1));
    actions.forEach((row, i) => sinks.action({ ...row, action_id: `A${profile.customerId.slice(1)}-${i + 1}` }));
  }

  live(at: number, draw: number): LiveTransaction[] {
    const random = new Random(this.options.seed, 2 ** 40 + draw);
    const spender = this.liveSpender(random);
    const second = Math.floor(at / 1000);
    const rows: LabelledRow[] = random.chance(liveIncidentShare)
      ? this.liveIncident(spender, second)
      : [drawPurchase(spender, second, this.calendar, this.days)];
    return rows.map((item, i) => {
      item.row.transaction_id = `L${draw.toString(36)}-${i}`;
      return { at: at + (item.at - second) * 1000, row: item.row, incident: item.incident };
    });
  }

  private spender(index: number): Spender {
    const profile = cardProfile(index, this.options);
    const random = new Random(this.options.seed, streamOf(index, 'events'));
    return { profile, taste: tasteOf(profile, this.options), random };
  }

  /** An active customer, the busy ones more often. */
  private liveSpender(random: Random): Spender {
    for (;;) {
      const profile = cardProfile(random.int(this.options.users), this.options);
      if (profile.to >= this.calendar.end && random.chance(Math.min(1, profile.weight / 4))) {
        return { profile, taste: tasteOf(profile, this.options), random };
      }
    }
  }

  private liveIncident(spender: Spender, at: number): LabelledRow[] {
    const kinds = ['account_takeover', 'card_testing', 'velocity', 'far_apart', 'sudden_spike'] as const;
    const plan = { kind: spender.random.pick(kinds), at, rows: 4 + spender.random.int(5) };
    return cardIncident(spender, plan, this.calendar).transactions;
  }

  private ordinary(spender: Spender, count: number): LabelledRow[] {
    const { random, profile } = spender;
    const rows: LabelledRow[] = [];
    let previous: LabelledRow | undefined;
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
  private settleSpend(profile: CardProfile, rows: LabelledRow[]): number {
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
  private loginBefore({ profile, random }: Spender, { at, row }: TimedRow): Row[] {
    if (row.ip === '' || !random.chance(0.5)) {
      return [];
    }
    const timestamp = this.calendar.iso(Math.max(this.calendar.start, at - 60 - random.int(600)));
    const device = row.channel === 'app' ? (profile.device === 'web' ? 'android' : profile.device) : 'web';
    const { customer_id, ip, lat, lon, country } = row;
    return [{ action_id: '', timestamp, customer_id, action: 'login', device, ip, lat, lon, country }];
  }

  private tellTruth(profile: CardProfile, last: number, sinks: Sinks): void {
    sinks.truth(truth('profile', profile, profile.lifecycle));
    if (profile.churnCause) {
      sinks.truth({ ...truth('churn', profile, profile.churnCause), since: this.calendar.iso(last) });
    }
  }
}

function truth(
  label: string,
  profile: CardProfile,
  kind: string,
  transactionId: CardTransaction['transaction_id'] = '',
  incident = ''
): Parameters<Sinks['truth']>[0] {
  return { label, customer_id: profile.customerId, transaction_id: transactionId, kind, incident, since: '' };
}
