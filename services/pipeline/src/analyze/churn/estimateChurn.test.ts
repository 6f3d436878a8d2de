import { rmSync } from 'node:fs';
import { histogramBoosting } from '@spendscope/analytics';
import { createSchema } from '../../store/schema';
import { Store } from '../../store/store';
import { TestWorkspace } from '../../testing/workspace';
import { type CustomerTable, loadCustomerTable, shopProxy } from '../customerTable';
import { createSpendView } from '../spendView';
import { type ChurnContext, type Churn, estimateChurn } from './estimateChurn';
import { packChurn, unpackChurn } from './packChurn';

const workspace = new TestWorkspace();
let store: Store;

beforeEach(async () => {
  rmSync(workspace.folder.store, { force: true });
  store = await Store.open(workspace.folder);
  await createSchema(store);
});
afterEach(() => store.close());
afterAll(() => workspace.remove());

const context = (withTransactions: boolean, mostLearnt?: number): ChurnContext => ({
  mostLearnt,
  store,
  timeZone: 'Asia/Seoul',
  withTransactions,
  seed: 1,
  goal: { by: 'f1' },
  onStep: () => Promise.resolve(),
});

/** A shop's customers: those who complained or are new leave more often; each third one has no label. */
async function shop(customers: number): Promise<CustomerTable> {
  await store.run('SELECT setseed(0.25)');
  await store.run(`INSERT INTO customers (user_id, tenure_months, complained, orders, days_since_order, cashback, payment, churned)
    SELECT 'C-' || lpad(CAST(i AS VARCHAR), 4, '0'), tenure, complained, orders, days, cashback,
      CASE WHEN i % 2 = 0 THEN 'card' ELSE 'cash' END,
      CASE WHEN i % 3 = 0 THEN NULL ELSE draw < CASE WHEN complained THEN 0.8 WHEN tenure < 6 THEN 0.5 ELSE 0.05 END END
    FROM (SELECT i, CAST(hash(i) % 40 AS DOUBLE) AS tenure, hash(i + 9000) % 5 = 0 AS complained, 1.0 + hash(i + 1000) % 9 AS orders,
      hash(i + 2000) % 30 + 0.0 AS days, (hash(i + 3000) % 30000) / 100 AS cashback, (hash(i + 4000) % 10000) / 10000 AS draw
      FROM range(${customers}) t(i))`);
  return loadCustomerTable(store, shopProxy);
}

it('learns from the label, gives everybody a probability and reasons, and keeps what was observed', async () => {
  const table = await shop(1_200);
  const { estimate, training, note } = await estimateChurn(table, context(false));
  expect(estimate.basis).toBe('label');
  expect(training!.rows).toEqual({ learnt: 800, of: 800 });
  expect(training!.rocAuc).toBeGreaterThan(0.75);
  // It is a setting that was compared, chosen inside the training part, and its probabilities are calibrated.
  expect(histogramBoosting.candidates.map(({ parameters }) => parameters)).toContain(training!.model.parameters);
  expect(training!.brier.calibrated).toBeLessThan(training!.brier.raw);
  // The probability is not the label: it was held out.
  expect(estimate.probability.every((p) => p > 0 && p < 1)).toBe(true);
  expect(table.ids.filter((_, row) => estimate.gone(row))).toEqual(table.ids.filter((_, row) => table.churned[row] === 1)); // prettier-ignore
  const { rows } = { rows: await store.rows<{ complained: boolean }>('SELECT complained FROM customers ORDER BY user_id') }; // prettier-ignore
  const high = table.ids.map((_, row) => row).filter((row) => rows[row]!.complained);
  expect(high.filter((row) => estimate.reasons(row)[0] === 'complained').length).toBeGreaterThan(0.8 * high.length);
  expect(high.every((row) => estimate.reasons(row).length <= 3)).toBe(true);
  // What is kept of the reasons adds up, for those learnt from and for the others, also after a way through plain data.
  const kept = unpackChurn(structuredClone(packChurn({ estimate, training, note }, table.ids.length))).estimate;
  table.ids.forEach((_, row) => {
    const { base, parts, rest } = kept.explanation(row)!;
    const p = estimate.probability[row]!;
    expect(parts.reduce((sum, { contribution }) => sum + contribution, base + rest)).toBeCloseTo(Math.log(p / (1 - p)), 4); // prettier-ignore
    expect(parts.map(({ code }) => code)).toEqual(estimate.reasons(row));
  });
  expect(training!.comparison).toMatchObject({ believe: 'random', rows: 800, repeats: { repeatedRows: 0 } });
  expect(training!.comparison.splits.random.map(({ model }) => model)).toEqual(
    expect.arrayContaining(['logistic_regression', 'random_forest', 'svm_rbf', 'stacking', 'hard_vote'])
  );
  expect(note).toMatch(/^Churn learnt from the label of 800 customers: ROC-AUC 0\.\d+ on customers held out\.$/);
}, 120_000);

it('gives the same figures from the same rows and seed', async () => {
  const table = await shop(600);
  const plain = ({ estimate, training }: Churn): unknown => [estimate.probability, table.ids.map((_, row) => estimate.reasons(row)), training]; // prettier-ignore
  const first = plain(await estimateChurn(table, context(false)));
  expect(plain(await estimateChurn(table, context(false)))).toEqual(first);
}, 120_000);

it('holds repeats of a customer out together and says so', async () => {
  await shop(300);
  await store.run(`INSERT INTO customers BY NAME
    SELECT * REPLACE ('D-' || user_id AS user_id, cashback + 25 AS cashback, orders + 1 AS orders, tenure_months + 1 AS tenure_months)
    FROM customers`);
  const { training, note } = await estimateChurn(await loadCustomerTable(store, shopProxy), context(false));
  expect(training!.comparison.believe).toBe('grouped');
  expect(training!.comparison.repeats.repeatedRows).toBeGreaterThan(350);
  expect(note).toMatch(/; \d+ rows repeat others and are held out together\.$/);
}, 120_000);

it('learns of a large table from a sample and says so, and still gives everybody a probability and reasons', async () => {
  const table = await shop(1_200);
  const { estimate, training, note } = await estimateChurn(table, context(false, 400));
  expect(training!.rows).toEqual({ learnt: 400, of: 800 });
  expect(training!.comparison.rows).toBe(400);
  expect(estimate.probability.every((p) => p > 0 && p < 1)).toBe(true);
  expect(table.ids.filter((_, row) => estimate.reasons(row).length > 0).length).toBeGreaterThan(0.9 * table.ids.length);
  // Those who were not learnt from are told apart as well as the others.
  const known = table.ids.map((_, row) => row).filter((row) => !Number.isNaN(table.churned[row]!));
  const mean = (rows: number[]): number => rows.reduce((sum, row) => sum + estimate.probability[row]!, 0) / rows.length;
  expect(mean(known.filter((row) => table.churned[row] === 1))).toBeGreaterThan(0.4);
  expect(mean(known.filter((row) => table.churned[row] === 0))).toBeLessThan(0.25);
  expect(note).toContain('400 of 800 customers, drawn at random');
}, 120_000);

it('chooses thresholds for what is asked', async () => {
  const table = await shop(600);
  const { training } = await estimateChurn(table, { ...context(false), goal: { by: 'recall', floor: 0.95 } });
  const left = table.ids.map((_, row) => row).filter((row) => !Number.isNaN(table.churned[row]!) && table.churned[row] === 1); // prettier-ignore
  const known = table.ids.map((_, row) => row).filter((row) => !Number.isNaN(table.churned[row]!));
  const alarmed = known.map((_, at) => at).filter((at) => training!.probability[at]! >= training!.threshold.threshold);
  const found = alarmed.filter((at) => table.churned[known[at]!] === 1);
  expect(found.length / left.length).toBeGreaterThanOrEqual(0.95);
  expect(training!.comparison.goal).toEqual({ by: 'recall', floor: 0.95 });
}, 120_000);

it('takes the label as it is where few have one', async () => {
  const table = await shop(60);
  const { estimate, training } = await estimateChurn(table, context(false));
  expect(training).toBeUndefined();
  const known = table.ids.findIndex((_, row) => table.churned[row] === 1);
  expect([estimate.probability[known], estimate.reasons(known)]).toEqual([1, ['observed_churn']]);
});

/** Half of the customers buy each week, half stop for good at some time; over so many days. */
async function spend(customers: number, days: number): Promise<CustomerTable> {
  await store.run(`INSERT INTO customers (user_id) SELECT 'C-' || lpad(CAST(i AS VARCHAR), 4, '0') FROM range(${customers}) t(i)`); // prettier-ignore
  await store.run(`INSERT INTO transactions (ts, transaction_id, user_id, amount, type)
    SELECT TIMESTAMP '2026-01-01' + INTERVAL (d) DAY + INTERVAL (hash(i, d) % 86400) SECOND, i || '-' || d,
      'C-' || lpad(CAST(i AS VARCHAR), 4, '0'), 10 + hash(d, i) % 90, 'purchase'
    FROM range(${customers}) t(i), range(${days}) u(d)
    WHERE (d + i) % 7 = 0 AND (i % 2 = 0 OR d < 20 + hash(i) % ${days})`);
  await createSpendView(store, 'Asia/Seoul');
  return loadCustomerTable(store, { kind: 'transactions', timeZone: 'Asia/Seoul' });
}

it('learns without a label from who stopped ordering in the past', async () => {
  const table = await spend(400, 360);
  const { estimate, training, note } = await estimateChurn(table, context(true));
  expect(estimate.basis).toBe('model');
  expect(training!.target).toBe('no order within 90 days');
  expect(training!.rocAuc).toBeGreaterThan(0.7);
  expect(note).toContain('no order within 90 days');
  const mean = (rows: number[]): number => rows.reduce((sum, row) => sum + estimate.probability[row]!, 0) / rows.length;
  const rows = table.ids.map((_, row) => row);
  const silent = rows.filter((row) => table.recency[row]! > 60);
  const active = rows.filter((row) => table.recency[row]! <= 8);
  expect(mean(silent)).toBeGreaterThan(0.8);
  expect(mean(active)).toBeLessThan(0.05);
  // Columns that say much the same, such as a pause and fewer orders, share the credit between them.
  const forSilence = silent.filter((row) => estimate.reasons(row).includes('recency_high'));
  expect(forSilence.length / silent.length).toBeGreaterThan(0.9);
  // The view shows all of the data again: 360 days that begin at midnight UTC touch 361 in Seoul.
  expect(await store.one('SELECT max(local_day) - min(local_day) AS span FROM spend')).toEqual({ span: 360 });
}, 120_000);

it('falls back to the rule of inactivity where the history is short', async () => {
  const { estimate, training, note } = await estimateChurn(await spend(300, 80), context(true));
  expect([estimate.basis, training]).toEqual(['inactivity', undefined]);
  expect(note).toContain('rule of inactivity');
});
