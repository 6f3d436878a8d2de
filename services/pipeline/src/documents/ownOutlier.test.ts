import { transactionTypes } from '@spendscope/contracts';
import { type CustomerHistory, emptyHistory } from '../analyze/detect/customerHistory';
import { lastIsOwnOutlier } from './ownOutlier';

const history = (...rows: [amount: number, type?: (typeof transactionTypes)[number]][]): CustomerHistory => ({
  ...emptyHistory(),
  count: rows.length,
  amount: rows.map(([amount]) => amount),
  type: rows.map(([, type = 'purchase']) => transactionTypes.indexOf(type)),
});
const usual = [9, 10, 11, 10, 12, 9, 10].map((amount): [number] => [amount * 1_000]);

it('sees an order far from what its customer spends, either way', () => {
  expect(lastIsOwnOutlier(history(...usual, [90_000]))).toBe(true);
  expect(lastIsOwnOutlier(history(...usual, [100]))).toBe(true);
  expect(lastIsOwnOutlier(history(...usual, [11_500]))).toBe(false);
});

it('judges by the orders before it only', () => {
  expect(lastIsOwnOutlier(history([90_000], ...usual))).toBe(false);
  expect(lastIsOwnOutlier(history(...usual, [-90_000, 'refund']))).toBe(false);
  const few = usual.slice(0, 4);
  expect(lastIsOwnOutlier(history(...few, [90_000]))).toBe(false);
  expect(lastIsOwnOutlier(history(...few, [-50_000, 'refund'], [90_000]))).toBe(false);
});

it('calls nothing an outlier of a past without spread', () => {
  expect(lastIsOwnOutlier(history(...Array.from({ length: 9 }, (): [number] => [5_000]), [90_000]))).toBe(false);
});
