import { Random } from '@spendscope/analytics';
import { Calendar } from '../calendar';
import { incidentKinds, type CommerceTransaction } from '../columns';
import { emitHistory, joined, truthOf, type IdColumns, type LabelledRow } from '../emit';
import { LiveCustomers } from '../liveCustomer';
import { RowIds } from '../rowIds';
import { liveStream, streamOf } from '../streams';
import type { LiveTransaction, Sinks, World, WorldOptions } from '../world';
import { customerRow } from './customerRow';
import { drawEvents } from './eventLog';
import { shopIncident } from './incidentRows';
import { drawOrder, drawShopTime, type Shopper } from './orderRow';
import { shopProfile, type ShopProfile } from './profile';

type OrderRow = LabelledRow<CommerceTransaction>;

const refundShare = 0.03;
const liveIncidentShare = 0.002;

/** Customers of an online shop, their orders, thirty days of behaviour, and why some of them left. */
export class CommerceWorld implements World {
  private readonly calendar: Calendar;
  private readonly feed: LiveCustomers<ShopProfile>;
  private readonly ids: IdColumns;

  constructor(private readonly options: WorldOptions) {
    this.calendar = new Calendar(options.end, options.days);
    this.feed = new LiveCustomers(options.users, this.calendar.end, (index) => shopProfile(index, options));
    this.ids = {
      transaction: { column: 'order_id', ids: new RowIds(options.seed, 'T') },
      action: { column: 'event_id', ids: new RowIds(options.seed, 'A') },
    };
  }

  plan(index: number): { weight: number; incidentRows: number } {
    const { weight, incidents } = shopProfile(index, this.options);
    return { weight, incidentRows: incidents.reduce((sum, incident) => sum + incident.rows, 0) };
  }

  customer(index: number, count: number, sinks: Sinks): void {
    const profile = shopProfile(index, this.options);
    const shopper: Shopper = { profile, random: new Random(this.options.seed, streamOf(index, 'events')) };
    const rows = this.ordinary(shopper, count);
    const last = rows.at(-1)?.at ?? profile.from;
    const log: Shopper = { profile, random: new Random(this.options.seed, streamOf(index, 'actions')) };
    const actions = drawEvents(log, this.calendar);
    const identity = new Random(this.options.seed, streamOf(index, 'identity'));
    sinks.customer(customerRow(profile, rows, this.calendar.end, identity));
    profile.incidents.forEach((plan, i) => {
      const trace = shopIncident(shopper, plan, this.calendar);
      rows.push(...joined(trace.transactions, profile.customerId, i));
      actions.push(...trace.actions);
    });
    sinks.truth(truthOf('profile', profile.customerId, profile.cause ? 'left' : 'stays'));
    if (profile.cause) {
      sinks.truth(truthOf('churn', profile.customerId, profile.cause, this.calendar.iso(last)));
    }
    emitHistory({ index, id: profile.customerId }, rows, actions, this.ids, sinks);
  }

  live(at: number, draw: number): LiveTransaction[] {
    const random = new Random(this.options.seed, liveStream + draw);
    const profile = this.feed.draw(random, at);
    const shopper: Shopper = { profile, random };
    const second = Math.floor(at / 1000);
    const kind = random.chance(liveIncidentShare) ? random.pick(incidentKinds) : undefined;
    const rows: OrderRow[] = kind
      ? shopIncident(shopper, { kind, at: second, rows: 4 + random.int(5) }, this.calendar).transactions
      : [drawOrder(shopper, second, this.calendar)];
    return rows.map((item, i) => ({
      at: at + (item.at - second) * 1000,
      row: { ...item.row, order_id: this.ids.transaction.ids.ofLive(draw, i) },
      incident: item.incident,
    }));
  }

  /** Orders in order of time; some are sent back: the same line, negative, at a later order's time. */
  private ordinary(shopper: Shopper, count: number): OrderRow[] {
    const { profile, random } = shopper;
    const from = Math.max(profile.from, this.calendar.start);
    const times = Float64Array.from({ length: count }, () =>
      drawShopTime(shopper, from, profile.to, this.calendar)
    ).sort();
    const rows: OrderRow[] = [];
    for (const at of times) {
      const previous = rows.at(-1);
      if (previous?.row.type === 'purchase' && random.chance(refundShare)) {
        const amount = -Number(previous.row.amount);
        rows.push({ at, row: { ...previous.row, ordered_at: this.calendar.iso(at), amount, type: 'refund' } });
      } else {
        rows.push(drawOrder(shopper, at, this.calendar));
      }
    }
    return rows;
  }
}
