import { indices } from '@spendscope/contracts';
import { churnColumns } from './churnColumns';
import { churnReasons } from './churnReasonWords';

const money = { unit: 'currencyKRW' };
const { features, shop, rfm } = indices.customers.fields;

describe('churnReasons', () => {
  it('says each reason with its value, and what it does to the odds', () => {
    const reasons = churnReasons(
      {
        churn_reasons: ['recency_high', 'monetary_low', 'night_share_high', 'payment=COD', 'complained'],
        churn_reason_details: {
          base: -1.5,
          rest: -0.2,
          parts: [
            { column: 'recency', value: 72, contribution: Math.log(2) },
            { column: 'monetary', value: 470_000, contribution: 0.4 },
            { column: 'night_share', value: 0.31, contribution: 0.3 },
            { column: 'payment', value: 'COD', contribution: 0.2 },
            { column: 'complained', value: 1, contribution: 0.1 },
          ],
        },
      },
      money
    );
    expect(reasons.map(({ words }) => words)).toEqual([
      'Days since the last order: 72, above the median',
      'Net spend: ₩470K, below the median',
      'Share at night: 31%, above the median',
      'Way of paying: COD',
      'Complained',
    ]);
    expect(reasons[0]!.factor).toBeCloseTo(2);
  });

  it('says what is not known, and what is not the case', () => {
    const parts = [
      { column: 'app_hours', contribution: 0.2 },
      { column: 'digital_member', value: 0, contribution: 0.1 },
    ];
    const churn_reasons = ['app_hours_unknown', 'not_digital_member'];
    const reasons = churnReasons({ churn_reasons, churn_reason_details: { base: 0, rest: 0, parts } }, money);
    expect(reasons.map(({ words }) => words)).toEqual(['Hours in the app: not known', 'Digital member: no']);
  });

  it.each([
    ['recency_high', 'Days since the last order, above the median'],
    ['app_hours_unknown', 'Hours in the app: not known'],
    ['single_order_long_ago', 'One order only, and long ago'],
    ['complained', 'Complained'],
    ['payment=COD', 'Payment: COD'],
    ['a_new_column', 'A new column'],
  ])('puts the code %s in words where there are no details', (code, words) => {
    expect(churnReasons({ churn_reasons: [code] }, money)).toEqual([{ key: code, words }]);
  });

  it('trusts codes alone where details tell of other columns', () => {
    const churn_reason_details = { base: 0, rest: 0, parts: [] };
    expect(churnReasons({ churn_reasons: ['recency_high'], churn_reason_details }, money)[0]).not.toHaveProperty(
      'factor'
    );
  });

  it('has words for every number of a customer that a model may learn from', () => {
    const learnt = Object.keys(features).filter((name) => !name.startsWith('action'));
    const known = Object.keys(churnColumns());
    expect(
      [...learnt, ...Object.keys(shop), 'recency', 'frequency', 'monetary'].filter((name) => !known.includes(name))
    ).toEqual([]);
    expect(rfm.recency).toBe('rfm.recency');
  });
});
