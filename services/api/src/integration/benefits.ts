import {
  BenefitOutcome,
  type BenefitSimulation,
  type IndexDefinition,
  indices,
  monthlyIndex,
  runIndex,
  usualAssumptions,
} from '@spendscope/contracts';
import type { LightMyRequestResponse } from 'fastify';
import Value from 'typebox/value';
import { type Scene, viewer } from './scene';

const run = 'run-of-the-benefits';
const { customers, transactions } = indices;
const token = (i: number): string => `C-BEN${String(i).padStart(3, '0')}`;
const newest = new Date('2026-03-20T10:00:00Z');
const size = 30;

/** Everybody spends 1,000 on their home in January, the odd ones 4,000 more in February; nothing else counts. */
const payments = (i: number): object[] => {
  const payment = (at: string, amount: number, more: object = {}): object => ({
    ...{ '@timestamp': at, user_id: token(i), amount, currency: 'KRW', type: 'purchase' },
    ...{ category_large: 'home', category_mid: 'kitchen', ...more },
  });
  return [
    payment('2026-01-05T00:00:00Z', 700),
    payment('2026-01-31T00:00:00Z', 400),
    payment('2026-01-31T01:00:00Z', -100, { type: 'refund' }),
    ...(i % 2 ? [payment('2026-02-05T00:00:00Z', 4_000, { category_mid: 'furniture' })] : []),
    // Another category, a bet, and more than a year ago.
    payment(newest.toISOString(), 9_000, { category_large: 'travel' }),
    payment('2026-01-06T00:00:00Z', 9_000, { type: 'bet' }),
    payment('2025-03-20T09:00:00Z', 9_000),
  ];
};

const simulation: BenefitSimulation = {
  segment: { steps: [], filter: 'grade:gold' },
  cards: [
    {
      name: 'Home',
      annualFee: 150,
      benefits: [{ categoryLarge: 'home', rate: 0.1, monthlyCap: 300 }],
    },
  ],
  assumptions: { ...usualAssumptions, takers: 'anybody', takeUp: 0.5, moreSpend: 0 },
};

export const benefitSuite = (scene: () => Scene): void => {
  const clear = async ({ name, pattern }: IndexDefinition): Promise<void> => {
    const { indices: stored } = scene().api.owner;
    const found = Object.keys(await stored.get({ index: [name, pattern], ignore_unavailable: true }));
    if (found.length > 0) {
      await stored.delete({ index: found });
    }
  };
  const ask = async (body: object): Promise<LightMyRequestResponse> =>
    scene().api.call(viewer, 'POST', '/v1/simulations/benefits', { body });

  beforeAll(async () => {
    await clear(customers);
    await clear(transactions);
  });
  afterAll(async () => {
    await clear(customers);
    await clear(transactions);
  });

  it('says that there is no run, then that there are no transactions', async () => {
    expect((await ask(simulation)).json()).toMatchObject({ status: 404, code: 'no_run' });
    const { owner } = scene().api;
    const index = runIndex(customers, run);
    await owner.indices.create({ index });
    await owner.indices.putAlias({ index, name: customers.name });
    await owner.bulk({
      refresh: true,
      operations: Array.from({ length: size }, (_, i) => [
        { index: { _index: index, _id: token(i) } },
        { user_id: token(i), run_id: run, grade: i < 24 ? 'gold' : 'VIP', card_product: i < 12 ? 'living' : 'roam' },
      ]).flat(),
    });
    expect((await ask(simulation)).json()).toMatchObject({ status: 422, code: 'no_transactions' });
  });

  it('works a card out from what the segment spent in the year before the newest transaction', async () => {
    const operations = Array.from({ length: size }, (_, i) => payments(i)).flat().flatMap((payment) => [
      { index: { _index: monthlyIndex(transactions, new Date((payment as { '@timestamp': string })['@timestamp'])) } },
      payment,
    ]); // prettier-ignore
    await scene().api.owner.bulk({ refresh: true, operations });
    const answer = await ask(simulation);
    expect([answer.statusCode, ...Value.Errors(BenefitOutcome, answer.json())]).toEqual([200]);
    const outcome = answer.json<BenefitOutcome>();
    expect(outcome).toMatchObject({
      runId: run,
      customers: 24,
      sampled: 24,
      currency: 'KRW',
      to: newest.toISOString(),
    });
    const [card] = outcome.cards;
    // 100 for everybody's January; February's 400 is cut at 300 for every second one.
    expect(card!.customer.cashback.value).toBeCloseTo(250, 9);
    expect(card!.customer).toMatchObject({ fee: 150, gaining: 0.5 });
    expect(card!.company).toMatchObject({ takers: 12, feeIncome: 1_800, cashback: 3_000 });
    expect(card!.benefits).toEqual([{ category: 'home', spend: 3_000, cashback: 250, capped: 12 / 36 }]);
    // Home & Living pays 7 % of the same to the half that holds it; Roam nothing.
    const [living, roam] = card!.overlap;
    expect(living).toMatchObject({ card: 'Home & Living', holders: 0.5 });
    expect(living!.paysAlready).toBeCloseTo((12 * 70 + 6 * 280) / (12 * 100 + 6 * 300), 9);
    expect(roam).toEqual({ card: 'Roam', holders: 0.5, paysAlready: 0 });
  });

  it('refuses segments of persons, filters that it cannot read, and fields that it does not know', async () => {
    const refused = async (change: object): Promise<unknown> => (await ask({ ...simulation, ...change })).json();
    expect(await refused({ segment: { steps: [], filter: 'grade:VIP' } })).toMatchObject({
      ...{ status: 422, code: 'segment_too_small' },
      detail: expect.stringContaining('6 customers'),
    });
    expect(await refused({ segment: { steps: [], filter: 'grade:(' } })).toMatchObject({
      status: 400,
      code: 'filter_unreadable',
    });
    expect(await refused({ cards: [] })).toMatchObject({ status: 400 });
    expect(await refused({ more: 1 })).toMatchObject({ status: 400 });
  });
};
