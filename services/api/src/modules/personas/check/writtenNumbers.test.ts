import { writtenNumbers } from './writtenNumbers';

const seen = (text: string): unknown[] =>
  writtenNumbers(text).map(({ value, unit }) => (unit ? `${value} ${unit}` : value));

it.each([
  ['1,204 customers spent ₩4.7 million', ['1204 customers', '4700000 money']],
  ['61 % within 14 days, 2.0× the mean', ['61 percent', '14 days', '2 times']],
  ['a 30-day window, 13 orders', ['30 days', '13 orders']],
  ['평균 470만 원, 72일 전, 13회, 60.7%', ['4700000 money', '72 days', '13 orders', '60.7 percent']],
  ['１２３ and ٤٥ and twenty percent or half', [123, 45, '20 percent', 0.5]],
  ['twice a month, at most two', [2, 2]],
  ['one question, the third purchase, an e-mail, B2B', []],
  ['120k and 3m', [120_000, 3_000_000]],
])('reads %s', (text, expected) => {
  expect(seen(text)).toEqual(expected);
});
