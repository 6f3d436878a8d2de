import { Store } from '../store/store';
import { TestWorkspace } from '../testing/workspace';
import type { SpendData } from './finding';
import { borderBetween } from './gradeBorders';
import { learnCrossing, pathOf } from './gradePaths';
import { verdictOf } from './vvipByAge';

const workspace = new TestWorkspace();
let data: SpendData;

beforeAll(async () => {
  const store = await Store.open(workspace.folder);
  data = { store, first: 0, last: 500, currency: 'KRW', world: 'card' };
  // Of customers at 80 of 100, those cross whose last quarter was fast.
  await store.run(`CREATE OR REPLACE TABLE work.customer_years AS
    SELECT 'C-' || i AS user_id, 80.0::DOUBLE AS earlier_year, (i % 50)::DOUBLE AS earlier_quarter,
      CASE WHEN i % 50 > 25 THEN 110.0 ELSE 85.0 END::DOUBLE AS year_spend, 0.0::DOUBLE AS quarter_spend
    FROM range(400) t(i)`);
});
afterAll(() => {
  data.store.close();
  workspace.remove();
});

it('learns from those who crossed the border who will', async () => {
  const model = await learnCrossing(data, { VVIP: 100 });
  const probability = (quarter: number): number =>
    pathOf('VIP', { year: 80, quarter }, { VVIP: 100 }, model).up!.probability!;
  expect(probability(45)).toBeGreaterThan(0.8);
  expect(probability(5)).toBeLessThan(0.2);
});

it('makes no forecast for who is far below or already above, nor from a short history', async () => {
  const model = await learnCrossing(data, { VVIP: 100 });
  for (const year of [10, 120]) {
    expect(pathOf('VIP', { year, quarter: 20 }, { VVIP: 100 }, model).up).not.toHaveProperty('probability');
  }
  expect(await learnCrossing({ ...data, first: 200 }, { VVIP: 100 })).toBeUndefined();
});

it('puts the border where fewest are on the wrong side', () => {
  const values = (...list: number[]): Float64Array => Float64Array.from(list);
  expect(borderBetween(values(1, 2, 9), values(8, 10, 11))).toEqual({ border: 5, rightly: 5 / 6 });
  expect(borderBetween(values(1, 2), values(3, 4))).toEqual({ border: 2.5, rightly: 1 });
});

it('says where a share that rises with age turns', () => {
  const band = (name: string, vvips: number): { band: string; customers: number; vvips: number } => ({ band: name, customers: 1000, vvips }); // prettier-ignore
  expect(verdictOf([band('20s', 2), band('30s', 20), band('40s', 60), band('50s', 10)])!.verdict).toMatch(/^Yes, up to the forties \(6\.0 %\); it falls after them/); // prettier-ignore
  expect(verdictOf([band('20s', 10), band('30s', 11), band('40s', 10)])!.verdict).toMatch(/^No trend beyond chance/);
  expect(verdictOf([band('20s', 90), band('30s', 40), band('40s', 10)])!.verdict).toMatch(/^No, it falls/);
  expect(verdictOf([band('20s', 0)])).toBeUndefined();
});
