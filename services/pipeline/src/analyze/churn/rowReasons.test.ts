import type { Explanation } from './explanation';
import { RowReasons } from './rowReasons';

const explained: Explanation = {
  base: -1.5,
  parts: [
    { code: 'recency_high', column: 'recency', value: 120.25, contribution: 0.75 },
    { code: 'payment=COD', column: 'payment', value: 'COD', contribution: 0.5 },
    { code: 'app_hours_unknown', column: 'app_hours', value: null, contribution: 0.25 },
  ],
  rest: -0.125,
};

it('gives back what was set, row by row, in order, after a way through plain data too', () => {
  const reasons = RowReasons.ofRows(3, false);
  reasons.set(0, ['recency_high', 'complained', 'payment=COD']);
  reasons.set(2, ['complained']);
  const again = RowReasons.unpack(structuredClone(reasons.pack()));
  again.set(1, ['complained', 'night_share_low']);
  expect([0, 1, 2].map((row) => again.get(row))).toEqual([
    ['recency_high', 'complained', 'payment=COD'],
    ['complained', 'night_share_low'],
    ['complained'],
  ]);
  again.set(0, []);
  expect(again.get(0)).toEqual([]);
  expect(again.explanation(0)).toBeUndefined();
});

it('gives back explanations: numbers, texts and unknown values, and none where a row has none', () => {
  const reasons = RowReasons.ofRows(3, true);
  reasons.explain(1, explained);
  reasons.explain(2, { base: 1, parts: [], rest: -2 });
  const again = RowReasons.unpack(structuredClone(reasons.pack()));
  expect([0, 1, 2].map((row) => again.explanation(row))).toEqual([undefined, explained, { base: 1, parts: [], rest: -2 }]); // prettier-ignore
  expect(again.get(1)).toEqual(['recency_high', 'payment=COD', 'app_hours_unknown']);
});
