import { robustScale, robustZ } from '@spendscope/analytics';
import type { Insight, InsightKind } from '@spendscope/contracts';
import { createSchema } from '../store/schema';
import { Store } from '../store/store';
import { TestWorkspace } from '../testing/workspace';
import { spendInsights } from './spendInsights';

const workspace = new TestWorkspace();
let store: Store;
let found: Insight[];
const of = (kind: InsightKind, ...group: string[]): Insight[] =>
  found.filter((each) => each.kind === kind && (group.length === 0 || group.includes(each.group)));
const one = (kind: InsightKind, group: string): Insight => {
  const [first] = of(kind, group);
  if (!first) {
    throw new Error(`Nothing found: ${kind} ${group}`);
  }
  return first;
};

/**
 * 400 customers over 26 months, the last one whole: cafés grow by 2 % a month, airlines take three times as much each August
 * and do not grow, golf is bought by VVIPs alone. VVIPs are 60, all others 30. Gold customers are likely to leave.
 */
beforeAll(async () => {
  store = await Store.open(workspace.folder);
  await createSchema(store);
  await store.run(`INSERT INTO customers (user_id, grade, age, sex, life_stage, region, children)
    SELECT 'C-' || i, CASE WHEN i < 40 THEN 'VVIP' WHEN i < 100 THEN 'VIP' WHEN i < 200 THEN 'gold' ELSE 'general' END,
      CASE WHEN i < 40 THEN 60 ELSE 30 END, CASE WHEN i % 2 = 0 THEN 'female' ELSE 'male' END, 'single', 'Seoul', 0
    FROM range(400) t(i)`);
  await store.run(`INSERT INTO transactions (ingest, seq, ts, transaction_id, user_id, amount, currency, type, category_large, category_mid)
    SELECT 1, row_number() OVER (), TIMESTAMP '2024-01-01 03:00:00' + to_months(m::INTEGER) + to_days(d::INTEGER), 'T-' || i || '-' || m || '-' || d || '-' || category, 'C-' || i,
      level * (1 + i % 7 / 100) * factor, 'KRW', 'purchase', large, category
    FROM range(400) c(i), range(26) months(m), (VALUES (0), (27)) days(d),
      (VALUES ('food', 'cafe'), ('travel', 'airline'), ('entertainment', 'golf')) categories(large, category),
      LATERAL (SELECT CASE WHEN i < 40 THEN 1000 WHEN i < 100 THEN 500 WHEN i < 200 THEN 200 ELSE 50 END AS level) levels,
      LATERAL (SELECT CASE category WHEN 'cafe' THEN 1.02 ** m WHEN 'airline' THEN CASE WHEN m % 12 = 7 THEN 3.0 ELSE 1.0 END ELSE 0.5 END AS factor) factors
    WHERE category <> 'golf' OR i < 40`);
  // Spend that is no outlier falls on two days a month; this one is, and it is the last day of the data.
  await store.run(`INSERT INTO transactions (ingest, seq, ts, transaction_id, user_id, amount, currency, type, category_large, category_mid)
    VALUES (1, 1000000, TIMESTAMP '2026-02-28 03:00:00', 'T-outlier', 'C-399', 100000, 'KRW', 'purchase', NULL, NULL)`);
  await store.run(`CREATE OR REPLACE TABLE work.results AS
    SELECT user_id, CASE WHEN grade = 'gold' THEN 0.6 ELSE 0.1 END AS churn_probability FROM customers`);
  const meta = { world: 'other', timeZone: 'Asia/Seoul', currency: 'KRW' };
  found = await spendInsights(store, { meta, runId: 'r1', at: new Date('2026-03-01T00:00:00Z') });
}, 60_000);
afterAll(() => {
  store.close();
  workspace.remove();
});

it('measures growth a quarter month against the same month, and calls a season noise', () => {
  const cafe = one('category_growth', 'cafe');
  expect(cafe.effect).toBeCloseTo(1.02 ** 3 - 1, 6);
  expect(cafe).toMatchObject({ direction: 'up', period: '2025 Q4', dimension: 'category_mid', category: 'food' });
  expect(cafe.p).toBeLessThan(0.01);
  const airline = one('category_growth', 'airline');
  expect(airline.effect).toBeCloseTo(0, 9);
  expect(airline.direction).toBe('unsure');
});

it('tells a category that grows slower than all by its share', () => {
  // Airlines keep their money, so that they lose on the growing cafés.
  expect(one('category_share', 'airline')).toMatchObject({ direction: 'down' });
  expect(one('category_share', 'cafe')).toMatchObject({ direction: 'up' });
});

it('expects of the next quarter what the same one had a year before, with the growth since', () => {
  expect(one('next_quarter', 'cafe')).toMatchObject({ period: '2026 Q1' });
  expect(one('next_quarter', 'cafe').value / one('next_quarter', 'cafe').figures!.year_before!).toBeCloseTo(
    1.02 ** 12,
    6
  );
  expect(one('next_quarter', 'airline').effect).toBeCloseTo(0, 9);
});

it('compares a quarter with the same days of the year before only', () => {
  // 2026 Q1 has two months: 2025 Q1 is cut to the same two, and the outlier is the rest.
  const { effect, figures } = one('quarter', '2026 Q1');
  const months = 2 + 1.02 ** 24 + 1.02 ** 25;
  const monthsBefore = 2 + 1.02 ** 12 + 1.02 ** 13;
  expect(figures!.year_before! / (figures!.spend! - 100_000)).toBeLessThan(monthsBefore / months + 0.05);
  expect(figures!.spend! / figures!.year_before! - 1).toBeCloseTo(effect!, 9);
  expect(one('quarter', '2024 Q1').effect).toBeUndefined();
});

it('finds the spend that divides the grades', async () => {
  const { figures, effect } = one('grade_borders', 'VVIP');
  const [highest] = await store.rows<{ spend: number }>(
    `SELECT max(year_spend) AS spend FROM customer_years y JOIN customers c ON c.user_id = y.user_id WHERE c.grade = 'VIP'`
  );
  expect(figures!.border).toBeGreaterThan(highest!.spend);
  expect(figures!.border).toBeLessThan(figures!.min!);
  expect(effect).toBe(1);
  expect(one('grade_borders', 'general').figures!.border).toBeUndefined();
});

it('puts each customer between the borders of its grade', async () => {
  const border = one('grade_borders', 'VVIP').figures!.border!;
  const [path] = await store.rows<Record<string, number | string>>(`SELECT * FROM grade_paths WHERE user_id = 'C-50'`);
  expect(path).toMatchObject({ up_to: 'VVIP', down_to: 'gold' });
  expect(path!.up_missing).toBeCloseTo(border - Number(path!.year_spend), 6);
  expect(path!.down_room).toBeGreaterThan(0);
});

it('adds up what the two highest grades carry', () => {
  const { value, effect, figures } = one('top_grades', 'VVIP and VIP');
  expect(effect).toBeCloseTo(0.25, 9);
  expect(figures!.spend).toBeCloseTo(
    one('grade_borders', 'VVIP').figures!.spend! + one('grade_borders', 'VIP').figures!.spend!,
    3
  );
  expect(value + one('top_grades', 'the others').value).toBeCloseTo(1, 9);
  expect(one('region', 'Seoul')).toMatchObject({ effect: 1, figures: { customers: 400 } });
});

it('says of VVIPs by age what it counted', () => {
  expect(one('vvip_by_age', '60s').value).toBe(1);
  expect(of('vvip_trend')[0]).toMatchObject({ direction: 'up', verdict: expect.stringMatching(/^Yes: \+100/) });
});

it('gives the benefit to the grade whose spend is most at risk', () => {
  const [first, second] = of('grade_benefit');
  expect(first).toMatchObject({ group: 'gold', place: 0 });
  expect(first!.value).toBeCloseTo(0.6, 9);
  expect(second!.value).toBeCloseTo(0.1, 9);
});

it('tells the mean with and without what is far off each customer’s own median', async () => {
  const histories = await store.rows<{ amounts: number[] }>(
    `SELECT list(amount) AS amounts FROM transactions t JOIN customers c ON c.user_id = t.user_id WHERE c.grade = 'general' GROUP BY t.user_id`
  );
  const usual = histories.flatMap(({ amounts }) => {
    const scale = robustScale(amounts);
    return amounts.filter((amount) => scale.mad === 0 || Math.abs(robustZ(amount, scale)) <= 3.5);
  });
  const mean = (amounts: number[]): number => amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length;
  const { value, figures } = one('own_outliers', 'general');
  expect(value).toBeCloseTo(mean(histories.flatMap(({ amounts }) => amounts)), 3);
  expect(figures!.median).toBeCloseTo(mean(usual), 3);
  expect(Math.max(...usual)).toBeLessThan(100_000);
});

it('proposes to a group what it buys more often than others, and nothing else', () => {
  const forVvip = of('recommendation', 'VVIP');
  expect(forVvip.map(({ category, figures }) => [category, figures!.lift, figures!.support])).toEqual([
    ['golf', 10, 1],
  ]);
  expect(of('recommendation', 'general')).toEqual([]);
});

it('knows cards of the card issuer’s own world only', () => {
  expect(of('card_product')).toEqual([]);
});
