import { maskReasons } from './maskReasons';

it('leaves out reasons that tell age or sex, and keeps the sum of the odds', () => {
  const parts = [
    { column: 'age', value: 41, contribution: 0.5 },
    { column: 'age_share', value: 1, contribution: 0.3 },
    { column: 'sex', value: 'female', contribution: 0.25 },
  ];
  const customer = {
    churn_reasons: ['age_high', 'age_share_high', 'sex=female'],
    churn_reason_details: { base: -1, rest: 0.125, parts },
  };
  expect(maskReasons(customer)).toEqual({
    churn_reasons: ['age_share_high'],
    churn_reason_details: { base: -1, rest: 0.875, parts: [parts[1]] },
  });
});

it('leaves a customer without reasons as it is', () => {
  expect(maskReasons({})).toEqual({});
});
