import type { ClaimColumn } from '@spendscope/analytics';
import { type Claim, type ClaimField, ClaimFindings, indices, parseClaim, runIndex } from '@spendscope/contracts';
import { checkClaims } from '@spendscope/findings';
import type { LightMyRequestResponse } from 'fastify';
import Value from 'typebox/value';
import { type Scene, viewer } from './scene';

const { customers } = indices;
const count = 400;

/** A shop of its own making: who complains leaves more often, how near the warehouse is makes no difference. */
const shopper = (i: number): { churned: boolean; shop: Record<string, unknown> } => ({
  churned: i % 10 < (i % 2 ? 5 : 1),
  shop: { complained: i % 2 === 1, satisfaction: 1 + ((i * 7) % 5), warehouse_distance: (i * 37) % 101 },
});
const tokenOf = (i: number): string => `C-CLAIM${String(i).padStart(4, '0')}`;

export const claimSuite = (scene: () => Scene): void => {
  const ask = (body: object): Promise<LightMyRequestResponse> =>
    scene().api.call(viewer, 'POST', '/v1/simulations/claims', { body });

  const clear = async (): Promise<void> => {
    const { indices: stored } = scene().api.owner;
    const index = [customers.name, customers.pattern];
    const found = Object.keys(await stored.get({ index, ignore_unavailable: true }));
    if (found.length > 0) {
      await stored.delete({ index: found });
    }
  };
  // Brakes look at how many customers there are.
  afterAll(clear);

  /** Publishes a run of these customers alone. */
  const publish = async (run: string, documents: object[]): Promise<void> => {
    const { owner } = scene().api;
    await clear();
    await owner.indices.create({ index: runIndex(customers, run) });
    await owner.indices.putAlias({ index: runIndex(customers, run), name: customers.name });
    await owner.bulk({
      refresh: true,
      operations: documents.flatMap((document, i) => [
        { create: { _index: runIndex(customers, run), _id: tokenOf(i) } },
        { run_id: run, user_id: tokenOf(i), ...document },
      ]),
    });
  };

  it('answers each belief with verdict, sentence, effect and groups, as the command line computes them', async () => {
    await publish(
      'run-of-claims',
      Array.from({ length: count }, (_, i) => shopper(i))
    );
    const texts = ['more complaints -> churn', 'higher satisfaction -> less churn', 'warehouse_distance !~ churn'];
    const answer = await ask({ claims: texts });
    expect([answer.statusCode, ...Value.Errors(ClaimFindings, answer.json())]).toEqual([200]);
    const { items, ...run } = answer.json<ClaimFindings>();
    expect(run).toEqual({ runId: 'run-of-claims', customers: count, of: count });

    const column = (kind: 'yesno' | 'number', value: (i: number) => unknown): ClaimColumn => ({
      kind,
      values: Float64Array.from({ length: count }, (_, i) => Number(value(i))),
    });
    const columns = new Map<ClaimField, ClaimColumn>([
      ['churned', column('yesno', (i) => shopper(i).churned)],
      ['complained', column('yesno', (i) => shopper(i).shop.complained)],
      ['satisfaction', column('number', (i) => shopper(i).shop.satisfaction)],
      ['warehouse_distance', column('number', (i) => shopper(i).shop.warehouse_distance)],
    ]);
    const expected = checkClaims({ rows: count, columns, churnField: 'churned' }, texts.map(parseClaim));
    expect(items.map(({ verdict, correctedP }) => [verdict, correctedP])).toEqual(
      expected.map(({ verdict, correctedP }) => [verdict, correctedP])
    );
    expect(items[0]).toMatchObject({
      verdict: 'supported',
      title: 'Complaint goes with more churn',
      effect: { measure: 'odds_ratio', value: expect.closeTo(0.4 / 0.6 / (0.2 / 0.8)) },
      picture: { kind: 'shares', groups: [{ label: '0', n: 200, rate: 0.2 }, { label: '1', n: 200, rate: 0.4 }] }, // prettier-ignore
    });
    expect(items[0]!.sentence).toContain('40.0 %');
  });

  it('puts the rule of inactivity in the place of a label, and words its answer in Korean', async () => {
    // Two orders ten days apart: gone after thirty. One order: gone after ninety.
    const documents = Array.from({ length: 120 }, (_, i) => ({
      digital_member: i < 60,
      rfm: { recency: i < 60 ? 20 : 60, frequency: i % 2 ? 2 : 1, monetary: 10 + i },
      features: { transactions: 1 + (i % 2), ...(i % 2 ? { interval_mean_hours: 240 } : {}) },
    }));
    await publish('run-without-labels', documents);
    const answer = await ask({ claims: ['digital_member -> less inactivity'], language: 'ko' });
    expect(answer.json()).toMatchObject({ customers: 120 });
    const [item] = answer.json<ClaimFindings>().items;
    expect(item).toMatchObject({
      verdict: 'supported',
      picture: { groups: [{ label: '0', rate: 0.5 }, { label: '1', rate: 0 }] }, // prettier-ignore
    });
    expect(item!.sentence).toMatch(/[가-힣]/);
    const churn = await ask({ claims: ['digital_member -> less churn'] });
    expect([churn.statusCode, churn.json().code]).toEqual([422, 'claim_without_values']);
    expect(churn.json().detail).toContain('Ask about "inactive"');
  });

  it.each<[string, object, number, string]>([
    ['a text without an arrow', { claims: ['churn is bad'] }, 400, 'claim_unreadable'],
    ['an unknown field', { claims: ['churn -> luck'] }, 400, 'claim_unreadable'],
    ['no claim', { claims: [] }, 400, 'invalid'],
    ['a field beside', { claims: ['sex ~ churn'], sort: 1 }, 400, 'invalid'],
  ])('refuses %s', async (_, body, status, code) => {
    const answer = await ask(body);
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });

  it('takes a claim as data too', async () => {
    const claim: Claim = { factor: { field: 'digital_member' }, relation: 'related', outcome: { field: 'inactive' } };
    const answer = await ask({ claims: [claim] });
    expect(answer.json<ClaimFindings>().items[0]).toMatchObject({ claim, verdict: 'supported' });
  });
};
