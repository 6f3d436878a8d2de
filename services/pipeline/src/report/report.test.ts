import { createHash } from 'node:crypto';
import { parseClaim } from '@spendscope/contracts';
import { createSchema, writeMeta } from '../store/schema';
import { Store } from '../store/store';
import { churnTableFile, storeChurnTable } from '../testing/churnTable';
import { TestWorkspace } from '../testing/workspace';
import { anomalyPeak } from './anomalyFinding';
import { type ReportData, collectReport } from './collectReport';
import { correlationTable } from './correlations';
import { grid } from './grid';
import { reportPage } from './html/page';

const meta = { world: '<shop> & "co"', timeZone: 'UTC', currency: 'USD' };
const at = new Date('2026-03-01T10:00:00Z');

async function collected(fill: (store: Store) => Promise<void>, claims: string[] = []): Promise<ReportData> {
  const workspace = new TestWorkspace();
  const store = await Store.open(workspace.folder);
  try {
    await createSchema(store);
    await writeMeta(store, meta);
    await fill(store);
    return await collectReport({ store, meta }, { claims: claims.map(parseClaim), at });
  } finally {
    store.close();
    workspace.remove();
  }
}

const shop = (store: Store): Promise<void> =>
  store.run(`INSERT INTO customers (user_id, churned, satisfaction, orders, app_hours, complained, preferred_category)
    SELECT 'u' || lpad(i::VARCHAR, 4, '0'), i % 4 = 0, 1 + i % 5, CASE WHEN i % 10 > 0 THEN i % 7 END, i % 4, i % 8 < 3,
      CASE WHEN i % 2 = 0 THEN '<script>alert(1)</script>' ELSE 'Books' END FROM range(400) t(i)`);

describe('the page', () => {
  it('loads nothing, runs nothing, and its policy allows exactly its style sheet', async () => {
    const page = reportPage(await collected(shop, ['complaints -> churn']), 'en');
    const style = /<style>(.*)<\/style>/s.exec(page)![1]!;
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(`content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;"`);
    expect(page.match(/<style/g)).toHaveLength(1);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|<object| style=| on[a-z]+=|https?:|url\(|@import/i);
  });

  it('escapes what comes from the data', async () => {
    const page = reportPage(await collected(shop), 'en');
    expect(page).toContain('&lt;script&gt;alert(1)');
    expect(page).toContain('<title>Customer report · &lt;shop&gt; &amp; &quot;co&quot;</title>');
  });

  it.each(['en', 'ko'] as const)('has every section, with a description of every picture, in %s', async (language) => {
    const page = reportPage(await collected(shop, ['complaints -> churn']), language);
    const ids = [...page.matchAll(/<section id="(\w+)">/g)].map(([, id]) => id);
    expect(ids).toEqual(['claims', 'shares', 'boxes', 'pair', 'correlations', 'anomalies', 'counts']);
    expect(page.match(/<svg/g)!.length).toBe(page.match(/<svg[^>]* role="img"[^>]* aria-label="[^"]+"/g)!.length);
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).not.toMatch(/undefined|NaN|\[object/);
  });

  it('says what cannot be told: no churn, no transactions, no customers', async () => {
    const bare = reportPage(
      await collected((store) => store.run(`INSERT INTO customers (user_id, age) VALUES ('a', 30), ('b', 41)`)),
      'en'
    );
    expect(bare).toContain('neither a label of churn nor transactions');
    expect(bare).toContain('The data has no transactions, so there are no anomalies.');
    expect(bare).not.toContain('<section id="shares">');
    const empty = reportPage(await collected(async () => {}), 'en');
    expect(empty).toContain('Nothing to show');
    expect(empty).not.toMatch(/undefined|NaN/);
  });
});

describe('what is reported', () => {
  it('counts customers, missing values and distinct values', async () => {
    const { counts, missing } = await collected(shop);
    expect(counts).toEqual({ customers: 400, transactions: 0, actions: 0 });
    expect(missing).toContainEqual({ field: 'orders', missing: 40, distinct: 7 });
    expect(missing).toContainEqual({ field: 'preferred_category', missing: 0, distinct: 2 });
  });

  it('corrects all questions together: none is below its own p', async () => {
    const { findings } = await collected(shop);
    const all = [...findings.shares, ...findings.boxes, findings.pair!];
    expect(findings.tests).toBe(4);
    for (const { result, correctedP } of all) {
      expect('tooLittle' in result ? 0 : result.tests[0].p).toBeLessThanOrEqual(correctedP ?? 1);
    }
  });

  it('correlates what varies, and leaves out what does not', () => {
    const values = Float64Array.from({ length: 20 }, (_, i) => i);
    const table = correlationTable({
      rows: 20,
      churnField: undefined,
      columns: new Map([
        ['orders', { kind: 'number', values }],
        ['coupons', { kind: 'number', values: values.map((value) => -2 * value) }],
        ['devices', { kind: 'number', values: new Float64Array(20) }],
      ]),
    });
    expect([...table.cells.keys()]).toEqual(['1,0']);
    expect(table.cells.get('1,0')!.r).toBeCloseTo(-1, 12);
  });

  it('puts every customer with both numbers into one cell of the grid', () => {
    const x = Array.from({ length: 500 }, (_, i) => (i === 0 ? NaN : i % 4));
    const y = Array.from({ length: 500 }, (_, i) => i * 1.7);
    const made = grid(x, y, x.map((_, i) => i % 2)); // prettier-ignore
    expect(made.x).toEqual(['0', '1', '2', '3']);
    expect(made.y).toEqual(['0–', '100–', '200–', '300–', '400–', '500–', '600–', '700–', '≥ 800']);
    expect(made.cells.reduce((sum, { n }) => sum + n, 0)).toBe(499);
    expect(made.cells.reduce((sum, { events }) => sum + events, 0)).toBe(250);
  });

  it('names the hour and type whose rate stands out, and none where none does', () => {
    const even = Array.from({ length: 24 }, (_, hour) => ({ type: 'purchase', hour, anomalies: 5, transactions: 500 }));
    expect(anomalyPeak(even)).toBeUndefined();
    expect(anomalyPeak(even.map((hour) => ({ ...hour, anomalies: 0 })))).toBeUndefined();
    const night = even.map((hour) => (hour.hour === 3 ? { ...hour, anomalies: 40 } : hour));
    expect(anomalyPeak(night)).toMatchObject({ hour: 3, rate: 0.08, correctedP: expect.any(Number) });
    expect(anomalyPeak([...even, { type: 'win', hour: 1, anomalies: 2, transactions: 2 }])).toBeUndefined();
  });
});

const file = churnTableFile();

(file ? it : it.skip)('reports the Kaggle table as it is (ecommerce-churn.csv.gz)', async () => {
  const page = reportPage(await collected((store) => storeChurnTable(store, file!)), 'en');
  expect(page).toContain('16.8 %');
  expect(page).toContain('The mean of satisfaction is higher among churned customers (3.39)');
  expect(page).toContain('The mean of days since the last order is lower among churned customers (3.24)');
  expect(page).toContain('The mean of order growth shows no difference between churned customers (15.63)');
  expect(page).toContain('The share of churned customers is higher among customers who complained (31.7 %)');
  expect(page).toContain('Churn by preferred category');
  expect(page).toContain('More hours on the app goes with more orders; the correlation is small.');
});
