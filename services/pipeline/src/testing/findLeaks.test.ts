import { findLeaks } from './findLeaks';

const originals = {
  values: ['K00000012', '김서진', '9999000000120421', '203.0.113.77'],
  numbers: ['00000012'],
};
const clean = { user_id: 'C-GJ285Q4E30', amount: 1200, score: 0.300000012, ip: '203.0.113.0', transaction_id: 'TQ2M' };

it('finds nothing where there is nothing, digits of a score included', () => {
  expect(findLeaks([['index/TQ2M', clean]], originals)).toEqual([]);
});

it.each([
  ['a customer’s number in a transaction’s id', { transaction_id: 'T00000012-00001' }],
  ['an id within text', { reasons: [{ text: 'unlike K00000012 before' }] }],
  ['a name within a name', { merchant: '김서진 상점' }],
  ['a card number beside other text', { note: 'card 9999000000120421' }],
  ['a full address in a list', { seen: ['198.51.100.0,203.0.113.77'] }],
])('finds %s', (_what, part) => {
  expect(findLeaks([['index/TQ2M', { ...clean, ...part }]], originals)).not.toEqual([]);
});

it('finds a customer’s number in a document’s id', () => {
  expect(findLeaks([['index/T00000012-00001', clean]], originals)).toEqual([
    '00000012 in index/T00000012-00001 (id): index/T00000012-00001',
  ]);
});
