import { defaultWeights, priorityOf, readPriorityWeights } from './priorityWeights';

const segment = { size: 100, meanMonetary: 50, churnProbability: 0.2 };

it('multiplies what counts, each to its exponent', () => {
  expect(priorityOf(segment, defaultWeights)).toBeCloseTo(1_000);
  expect(priorityOf(segment, { size: 0, monetary: 1, churn: 2 })).toBeCloseTo(50 * 0.04);
  expect(priorityOf({ ...segment, meanMonetary: -5 }, defaultWeights)).toBe(0);
});

it('reads three exponents', () => {
  expect(readPriorityWeights('1:0.5:2')).toEqual({ size: 1, monetary: 0.5, churn: 2 });
});

it.each(['', '1:1', '1:1:1:1', '0:0:0', '-1:1:1', '1::1', 'a:b:c', '6:1:1', 'NaN:1:1'])('refuses "%s"', (text) => {
  expect(readPriorityWeights(text)).toBeUndefined();
});
