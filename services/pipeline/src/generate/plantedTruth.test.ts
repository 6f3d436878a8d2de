import type { Row, TruthRow, WorldName } from './columns';
import { createWorld } from './createWorld';

const options = { users: 3000, transactions: 60_000, seed: 3, end: new Date('2026-03-01T09:00:00Z'), days: 400 };

interface Made {
  transactions: Row[];
  customers: Row[];
  actions: Row[];
  truth: TruthRow[];
}

/** A whole world in memory, twenty transactions a customer. */
function make(name: WorldName): Made {
  const world = createWorld(name, options);
  const made: Made = { transactions: [], customers: [], actions: [], truth: [] };
  const sinks = {
    transaction: (row: Row) => made.transactions.push(row),
    customer: (row: Row) => made.customers.push(row),
    action: (row: Row) => made.actions.push(row),
    truth: (row: TruthRow) => made.truth.push(row),
  };
  for (let index = 0; index < options.users; index++) {
    world.customer(index, Math.round((world.plan(index).weight / 0.95) * 20), sinks);
  }
  return made;
}

const share = (rows: readonly Row[], test: (row: Row) => boolean): number => rows.filter(test).length / rows.length;
const sum = (rows: readonly Row[]): number => rows.reduce((total, row) => total + Number(row.amount), 0);

describe('card world', () => {
  const { transactions, customers, truth } = make('card');
  const traits = new Map(customers.map((row) => [row.customer_id, row]));
  const of = (test: (row: Row) => boolean): Row[] => transactions.filter((row) => test(traits.get(row.customer_id!)!));

  it('has a share of VVIP that rises with age up to the fifties', () => {
    const vvip = [20, 30, 40, 50].map((age) =>
      share(
        customers.filter((row) => Number(row.age) >= age && Number(row.age) < age + 10),
        (row) => row.grade === 'VVIP'
      )
    );
    expect(vvip).toEqual([...vvip].sort((a, b) => a - b));
    expect(vvip[3]! / Math.max(vvip[0]!, 0.001)).toBeGreaterThan(3);
  });

  it('has all grades, most customers in the lowest', () => {
    const shares = ['VVIP', 'VIP', 'gold', 'general'].map((grade) => share(customers, (row) => row.grade === grade));
    expect(shares[0]).toBeGreaterThan(0.005);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  it('has families that pay for education and digital members who buy online', () => {
    const education = (rows: Row[]): number => sum(rows.filter((r) => r.category_large === 'education')) / sum(rows);
    expect(education(of((row) => Number(row.children) > 0))).toBeGreaterThan(
      2 * education(of((row) => row.children === 0))
    );
    const online = (member: boolean): number =>
      share(of((row) => row.digital_member === member), (row) => row.channel !== 'offline'); // prettier-ignore
    expect(online(true)).toBeGreaterThan(online(false) + 0.1);
  });

  it('has digital services growing and department stores shrinking from one year to the next', () => {
    const part = (mid: string, from: string, to: string): number =>
      share(
        transactions.filter((row) => row.timestamp! >= from && row.timestamp! < to),
        (row) => row.category_mid === mid
      );
    const change = (mid: string): number =>
      part(mid, '2026-01-26', '2026-02-06') / part(mid, '2025-02-01', '2025-03-01');
    // Both weeks lie outside the days before Seollal, which would hide the trend.
    expect(change('digital services')).toBeGreaterThan(1.15);
    expect(change('department store')).toBeLessThan(0.9);
  });

  it('lets those who left fall silent, and tells why', () => {
    const left = new Set(truth.filter((row) => row.label === 'churn').map((row) => row.customer_id));
    expect(left.size / options.users).toBeGreaterThan(0.15);
    expect(left.size / options.users).toBeLessThan(0.3);
    const recent = transactions.filter((row) => row.timestamp! > '2026-02-01' && left.has(row.customer_id!));
    expect(recent).toEqual([]);
  });

  it('does not shrink over the year, in no grade', () => {
    const spend = (grade: string | undefined, from: string, to: string): number =>
      sum(of((row) => grade === undefined || row.grade === grade).filter((row) => row.timestamp! >= from && row.timestamp! < to)); // prettier-ignore
    // The last quarter against the half year before it, a month each.
    const change = (grade?: string): number =>
      spend(grade, '2025-12-01', '2026-03-01') / 3 / (spend(grade, '2025-06-01', '2025-12-01') / 6);
    expect(change()).toBeGreaterThan(1);
    expect(change('VVIP')).toBeGreaterThan(0.8);
    expect(change('VIP')).toBeGreaterThan(0.8);
    expect(change('gold')).toBeGreaterThan(0.85);
  });

  it('has few incidents, each of its kinds, one in ten or so in the last day', () => {
    const anomalies = truth.filter((row) => row.label === 'anomaly');
    expect(anomalies.length / transactions.length).toBeGreaterThan(0.002);
    expect(anomalies.length / transactions.length).toBeLessThan(0.008);
    expect(new Set(anomalies.map((row) => row.kind)).size).toBe(5);
    const times = new Map(transactions.map((row) => [row.transaction_id, row.timestamp!]));
    const lastDay = anomalies.filter((row) => times.get(row.transaction_id)! > '2026-02-28T09:00:00Z');
    expect(lastDay.length / anomalies.length).toBeGreaterThan(0.04);
  });
});

describe('play world', () => {
  const { transactions, customers, truth } = make('play');
  const styles = new Map(truth.filter((row) => row.label === 'profile').map((row) => [row.customer_id, row.kind]));
  const bets = (style: string): Row[] =>
    transactions.filter((row) => row.type === 'bet' && styles.get(row.player_id!) === style);
  const night = (row: Row): boolean => (Number(String(row.timestamp).slice(11, 13)) + 9) % 24 < 6;
  const median = (rows: Row[]): number =>
    Number(rows.sort((a, b) => Number(a.amount) - Number(b.amount))[rows.length >> 1]!.amount);

  it('has its four styles in equal quarters', () => {
    const counts = [...styles.values()].reduce<Record<string, number>>(
      (all, style) => ({ ...all, [style as string]: (all[style as string] ?? 0) + 1 }),
      {}
    );
    expect(counts).toEqual({
      'loose-passive': 750,
      'loose-aggressive': 750,
      'tight-passive': 750,
      'tight-aggressive': 750,
    });
    expect(customers).toHaveLength(3000);
  });

  it('has styles that differ in stakes, number of bets, hours and addresses', () => {
    expect(median(bets('loose-aggressive'))).toBeGreaterThan(5 * median(bets('loose-passive')));
    expect(median(bets('tight-aggressive'))).toBeGreaterThan(5 * median(bets('tight-passive')));
    expect(bets('loose-passive').length).toBeGreaterThan(2 * bets('tight-passive').length);
    expect(share(bets('loose-aggressive'), night)).toBeGreaterThan(0.3);
    expect(share(bets('tight-passive'), night)).toBeLessThan(0.05);
  });
});

describe('commerce world', () => {
  const { transactions, customers, actions } = make('commerce');
  const churn = (test: (row: Row) => boolean): number => share(customers.filter(test), (row) => row.churned === true);

  it('has more leaving among the new and the unhappy about service, and not by satisfaction', () => {
    expect(churn((row) => row.complained === true)).toBeGreaterThan(2 * churn((row) => row.complained === false));
    expect(churn((row) => Number(row.tenure_months) < 2)).toBeGreaterThan(
      2 * churn((row) => Number(row.tenure_months) >= 2)
    );
    const bySatisfaction = [1, 2, 3, 4, 5].map((stars) => churn((row) => row.satisfaction === stars));
    expect(Math.max(...bySatisfaction) - Math.min(...bySatisfaction)).toBeLessThan(0.06);
  });

  it('counts days since the last order from the orders themselves', () => {
    const last = new Map<unknown, string>();
    const firstIncidentFree = transactions.filter((row) => row.country === 'KR');
    firstIncidentFree.forEach((row) => last.set(row.customer_id, String(row.ordered_at)));
    const wrong = customers.filter((row) => {
      const time = last.get(row.customer_id);
      return time && Math.floor((options.end.getTime() - Date.parse(time)) / 86_400_000) !== row.days_since_order;
    });
    // Incidents at home (spikes, bursts) come after the count was made.
    expect(wrong.length / customers.length).toBeLessThan(0.03);
  });

  it('logs thirty days of behaviour', () => {
    expect(new Set(actions.map((row) => row.event))).toEqual(
      new Set(['login', 'login_failed', 'search', 'view', 'cart', 'checkout', 'wishlist', 'complaint'])
    );
    const early = actions.filter((row) => row.event !== 'login_failed' && row.event_at! < '2026-01-30T09:00:00Z');
    expect(early.length / actions.length).toBeLessThan(0.01);
  });
});
