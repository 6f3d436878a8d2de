import type { Association } from '@spendscope/analytics';
import { parseClaim } from '@spendscope/contracts';
import { checkClaims, type CheckedClaim, findingSentence } from '@spendscope/findings';
import { createSchema, writeMeta } from '../store/schema';
import { Store } from '../store/store';
import { churnTableFile, storeChurnTable } from '../testing/churnTable';
import { TestWorkspace } from '../testing/workspace';
import { loadCustomers } from './loadCustomers';
import { printClaim } from './printClaim';

let workspace: TestWorkspace;
let store: Store;

async function open(): Promise<void> {
  workspace = new TestWorkspace();
  store = await Store.open(workspace.folder);
}

function close(): void {
  store.close();
  workspace.remove();
}

async function check(...texts: string[]): Promise<CheckedClaim[]> {
  return checkClaims(await loadCustomers(store, 'UTC'), texts.map(parseClaim));
}

const file = churnTableFile();

(file ? describe : describe.skip)('claims about the Kaggle table of an online shop (ecommerce-churn.csv.gz)', () => {
  beforeAll(async () => {
    await open();
    await storeChurnTable(store, file!);
  });
  afterAll(close);

  const found = async (text: string): Promise<CheckedClaim & { result: Association }> =>
    (await check(text))[0] as CheckedClaim & { result: Association };
  const statistic = ({ tests }: Association, name: string): number =>
    tests.find(({ test }) => test === name)!.statistic;
  const means = ({ picture }: Association): number[] =>
    picture.groups.map((group) => ('mean' in group ? group.mean : group.rate));

  it('contradicts that lower satisfaction goes with churn: churners are more satisfied', async () => {
    const { verdict, result, claim } = await found('lower satisfaction -> churn');
    expect(verdict).toBe('contradicted');
    expect(means(result)[0]).toBeCloseTo(3.0, 2);
    expect(means(result)[1]).toBeCloseTo(3.39, 2);
    expect(statistic(result, 'student')).toBeCloseTo(7.96, 2);
    expect(statistic(result, 'welch')).toBeCloseTo(8.1012, 4);
    expect(result.effect.low).toBeGreaterThan(0.2);
    expect(findingSentence(claim, result, true, 'en')).toBe(
      'The mean of satisfaction is higher among churned customers (3.39) than among customers who stayed (3.00).'
    );
  });

  it('contradicts that a longer time since the last order goes with churn: theirs is more recent', async () => {
    const { verdict, result } = await found('more days since order -> churn');
    expect(verdict).toBe('contradicted');
    expect(means(result)[0]).toBeCloseTo(4.81, 2);
    expect(means(result)[1]).toBeCloseTo(3.24, 2);
    expect(statistic(result, 'student')).toBeCloseTo(-11.88, 2);
    expect(result.missing).toBe(307);
  });

  it('finds no difference in order growth, which is equal enough to support that there is none', async () => {
    const [directed, unrelated] = await check('lower order growth -> churn', 'order growth !~ churn');
    expect(directed!.verdict).toBe('no_evidence');
    expect(statistic(directed!.result as Association, 'student')).toBeCloseTo(-0.74, 2);
    expect(unrelated!.verdict).toBe('supported');
  });

  it('supports that complaints go with churn', async () => {
    const { verdict, result } = await found('complaints -> churn');
    expect(verdict).toBe('supported');
    expect(statistic(result, 'chi_square')).toBeCloseTo(352.4, 1);
    expect(result.effect.value).toBeCloseTo((508 * 3586) / (440 * 1096), 10);
  });

  it('finds that app hours and orders barely correlate', async () => {
    const { result } = await found('more app hours -> more orders');
    expect(result.effect.value).toBeCloseTo(0.11, 2);
    expect(result.strength).toBe('small');
  });

  it('corrects the p-values of claims that are asked together, and leaves those of one alone', async () => {
    const [alone] = await check('lower order growth -> churn');
    expect(alone!.correctedP).toBe((alone!.result as Association).tests[0].p);
    const together = await check('complaints -> churn', 'satisfaction -> churn', 'sex ~ churn', 'city_tier -> churn');
    const plain = together.map(({ result }) => (result as Association).tests[0].p);
    together.forEach(({ correctedP }, i) => expect(correctedP).toBeGreaterThanOrEqual(plain[i]!));
    expect(together.some(({ correctedP }, i) => correctedP! > 1.2 * plain[i]!)).toBe(true);
  });

  it('compares the levels of a category, and one value with the rest', async () => {
    const [any, single] = await check('marital_status ~ churn', 'marital_status = single -> churn');
    expect(any!.verdict).toBe('supported');
    expect(single!.verdict).toBe('supported');
    expect(printClaim(any!, 'ko', 0.05)).toContain('뒷받침됨: 결혼 여부 · 이탈: 관련 있음');
    expect(printClaim(single!, 'en', 0.05)).toContain('SUPPORTED: Marital status = single goes with more churn');
  });

  it('names what is missing', async () => {
    await expect(check('grade = VIP -> churn')).rejects.toThrow('no values of grade');
    await expect(check('device = Fax -> churn')).rejects.toThrow('No loaded customer has device = Fax.');
  });
});

describe('claims about small and one-sided data', () => {
  beforeEach(open);
  afterEach(close);

  async function fill(rows: string): Promise<void> {
    await createSchema(store);
    await writeMeta(store, { world: 'test', timeZone: 'UTC', currency: 'USD' });
    await store.run(`INSERT INTO customers (user_id, churned, satisfaction, orders, complained) ${rows}`);
  }

  it('says too little data for few customers, one class only, and a rare group', async () => {
    await fill(`SELECT i::VARCHAR, i < 3, i % 5, CASE WHEN i < 8 THEN i END, false FROM range(60) t(i)`);
    const checked = await check('satisfaction -> orders', 'complaints -> churn', 'satisfaction -> churn');
    expect(checked.map(({ verdict }) => verdict)).toEqual(Array(3).fill('too_little_data'));
    expect(checked.map(({ result }) => 'tooLittle' in result && result.tooLittle)).toEqual([
      'few_rows',
      'constant',
      'small_group',
    ]);
    expect(printClaim(checked[0]!, 'en', 0.05)).toBe(
      'TOO LITTLE DATA: More satisfaction goes with more orders\n  Only 8 customers have both satisfaction and orders; at least 30 are needed.'
    );
  });

  it('lets Fisher’s exact test decide where counts are small', async () => {
    await fill(`SELECT i::VARCHAR, i < 12 AND i % 12 < 6 OR i > 94, 3, 1, i < 12 FROM range(100) t(i)`);
    const [checked] = await check('complaints -> churn');
    expect((checked!.result as Association).tests[0].test).toBe('fisher');
    expect(checked!.verdict).toBe('supported');
  });

  it('does not take chance for evidence', async () => {
    await fill(`SELECT i::VARCHAR, i % 2 = 0, (i // 2) % 5, 1, false FROM range(200) t(i)`);
    const [checked] = await check('lower satisfaction -> churn');
    expect(checked).toMatchObject({ verdict: 'no_evidence', result: { direction: 0 } });
    expect(printClaim(checked!, 'en', 0.05)).toContain('shows no difference between churned customers (2.00)');
  });
});
