import { RowReasons } from './rowReasons';

it('gives back what was set, row by row, in order, after a way through plain data too', () => {
  const reasons = RowReasons.ofRows(3);
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
});
