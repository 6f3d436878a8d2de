import { fitPreparation, prepare } from './preparation';
import { type Column, tableOf, takeRows } from './table';

const amount: Column = { name: 'amount', kind: 'number', values: Float64Array.of(1, NaN, 3, 8) };
const pay: Column = { name: 'pay', kind: 'category', values: ['card', 'cash', null, 'card'] };
const table = tableOf([amount, pay]);

describe('preparation', () => {
  it('fills by mean and mode and gives each name a column', () => {
    const preparation = fitPreparation(table, { missing: 'mean-mode', categories: 'one-hot', scale: false });
    expect(preparation.features).toEqual(['amount', 'pay=card', 'pay=cash']);
    expect(preparation.sources).toEqual([0, 1, 1]);
    expect(Array.from(prepare(table, preparation).data)).toEqual([1, 1, 0, 4, 0, 1, 3, 1, 0, 8, 1, 0]);
  });

  it('keeps gaps, and numbers names by the alphabet', () => {
    const preparation = fitPreparation(table, { missing: 'keep', categories: 'ordinal', scale: false });
    expect(Array.from(prepare(table, preparation).data)).toEqual([1, 0, NaN, 1, 3, NaN, 8, 0]);
  });

  it('takes means, scales and names from the part it learnt from only', () => {
    const preparation = fitPreparation(takeRows(table, [0, 2]), { missing: 'mean-mode', categories: 'one-hot', scale: true }); // prettier-ignore
    // Mean 2, deviation 1; "cash" was never seen and a constant column is 0.
    expect(Array.from(prepare(table, preparation).data)).toEqual([-1, 0, 0, -1, 1, 0, 6, 0]);
  });

  it('does with columns that are all missing', () => {
    const empty = tableOf([amount, { name: 'n', kind: 'number', values: new Float64Array(4).fill(NaN) }, { name: 'c', kind: 'category', values: [null, null, null, null] }]); // prettier-ignore
    const preparation = fitPreparation(empty, { missing: 'mean-mode', categories: 'one-hot', scale: true });
    expect(preparation.features).toEqual(['amount', 'n']);
    expect(prepare(empty, preparation).data.every(Number.isFinite)).toBe(true);
  });

  it('refuses other columns, infinite values and empty tables', () => {
    const preparation = fitPreparation(table, { missing: 'keep', categories: 'one-hot', scale: false });
    expect(() => prepare(tableOf([pay, amount]), preparation)).toThrow('Column 0 is pay; the preparation was learnt on amount'); // prettier-ignore
    expect(() => tableOf([{ name: 'x', kind: 'number', values: Float64Array.of(1, -Infinity) }])).toThrow('Column x, row 1 is infinite'); // prettier-ignore
    expect(() => tableOf([amount, { ...pay, values: ['a'] }])).toThrow('Column pay has 1 values, the first has 4');
    expect(() => fitPreparation(takeRows(table, []), { missing: 'keep', categories: 'one-hot', scale: false })).toThrow('at least one row'); // prettier-ignore
  });
});
