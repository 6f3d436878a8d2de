import { Random } from '@spendscope/analytics';
import { detectorNames } from '@spendscope/contracts';
import { customerColumns } from './customerColumns';
import type { CustomerFigures } from './readCustomers';
import { scoreCustomers } from './scoreCustomers';

const random = new Random(3);
const count = 400;
const column = (of: (row: number) => number): Float64Array => Float64Array.from({ length: count }, (_, row) => of(row));

/** Customers alike, but for the first two: one has strange transactions, the other failed logins from many networks. */
function customers(): CustomerFigures {
  const strange: Record<string, number> = { action_login_failed_share: 0.6, ips: 40 };
  const figures = customerColumns.map(({ name }) =>
    column((row) => (row === 1 && name in strange ? strange[name]! : 0.1 + 0.02 * random.normal()))
  );
  return {
    ids: Array.from({ length: count }, (_, row) => `C-${row}`),
    evidence: column((row) => (row === 0 ? 0.97 : 0.3 + 0.1 * random.next())),
    flagged: column((row) => (row === 0 ? 7 : 0)),
    ...{
      strangest: column(() => 0),
      ownAmount: column(() => NaN),
      ownZ: column(() => NaN),
      ownUsual: column(() => NaN),
    },
    detectors: detectorNames.map((name) => column((row) => (row === 0 && name !== 'lstm' ? 0.9 : 0.2))),
    figures,
    usual: customerColumns.map(() => 0.1),
  };
}

const scores = scoreCustomers(customers(), 'ad-1', { seed: 1 });

it('finds customers by their transactions and by their own figures', () => {
  expect(scores.byTransactions.indexOf(Math.max(...scores.byTransactions))).toBe(0);
  expect(scores.byFeatures.indexOf(Math.max(...scores.byFeatures))).toBe(1);
  const order = [...scores.together.keys()].sort((a, b) => scores.together[b]! - scores.together[a]!);
  expect(order.indexOf(0)).toBeLessThan(20);
  expect(order.indexOf(1)).toBeLessThan(20);
});

it('says how many transactions were strange and which models flagged them', () => {
  const { reasons, reason_details, votes } = scores.scoreOf(0);
  expect(reasons[0]).toBe('strange_transactions');
  expect(reason_details[0]).toMatchObject({ value: 7 });
  expect(votes).toEqual(['isolation_forest', 'autoencoder']);
});

it('names the figures that stand out beside those of most customers, shares as percent', () => {
  const { reasons, reason_details, scores: parts } = scores.scoreOf(1);
  expect(new Set(reasons.slice(0, 2))).toEqual(new Set(['failed_logins', 'many_networks']));
  const logins = reason_details.find(({ feature }) => feature === 'action_login_failed_share')!;
  expect(logins).toMatchObject({ value: 60, usual: 10 });
  expect(parts.customer_features).toBeGreaterThan(0.8);
});

it('names no figure that is not above the usual one', () => {
  for (let row = 0; row < count; row++) {
    for (const { value, usual, feature } of scores.scoreOf(row).reason_details) {
      expect(['transactions', 'own_outlier'].includes(feature) || value >= usual!).toBe(true);
    }
  }
});
