import type { Customer } from '@spendscope/contracts';
import { preparePersonaCards } from '../../panels/persona-cards/preparePersonaCards';
import { segment } from '../../testing/segmentFixtures';
import { segmentsFrame } from '../segments/segmentsFrame';
import { baselinesOf } from './baselinesOf';

const prepared = preparePersonaCards([
  segmentsFrame([segment(), segment({ cluster: 1, rank: 1, churn_rate: 0.1, size: 300 })], {}),
]);
const view = prepared.kind === 'view' ? prepared.view : undefined;
const customer = (known: Partial<Customer>): Customer => ({ user_id: 'C-7F3K2Q', ...known }) as Customer;
const rfm = { recency: 12, frequency: 44, monetary: 0 } as Customer['rfm'];

describe('baselinesOf', () => {
  it('holds a customer beside all customers’ means', () => {
    const found = baselinesOf(customer({ rfm, cluster: 1, churn_probability: 0.5 }), view)!;
    expect(found.baselines.map(({ key, value, ratio }) => [key, value, ratio])).toEqual([
      ['recency', 12, 0.1],
      ['frequency', 44, 2],
      ['monetary', 0, 0],
    ]);
    expect(found).toMatchObject({ cluster: '1', churn: { rate: 0.5, population: 0.225 } });
  });

  it('compares nothing where either is not known', () => {
    expect(baselinesOf(customer({}), view)).toBeUndefined();
    expect(baselinesOf(customer({ rfm }), undefined)).toBeUndefined();
    expect(baselinesOf(customer({ rfm }), view)!.churn.rate).toBeNaN();
  });
});
