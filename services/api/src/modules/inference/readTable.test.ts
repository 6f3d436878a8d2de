import type { InferTensor } from '@spendscope/contracts';
import { readTable } from './readTable';

const recency = { name: 'recency', kind: 'number', fill: 0 } as const;
const frequency = { name: 'frequency', kind: 'number', fill: 0 } as const;
const grade = { name: 'grade', kind: 'category', fill: null, names: ['gold'] } as const;
const numbers = [recency, frequency];
const mixed = [recency, { ...grade, names: ['gold'] }];

const tensor = (name: string, data: unknown[], more: Partial<InferTensor> = {}): InferTensor => ({
  ...{ name, shape: [data.length], datatype: 'FP64', data },
  ...more,
});
const valuesOf = (...[steps, inputs]: Parameters<typeof readTable>) =>
  Object.fromEntries(readTable(steps, inputs).columns.map(({ name, values }) => [name, [...values]]));
const refusal = (...given: Parameters<typeof readTable>): string => {
  try {
    readTable(...given);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('It was taken.');
};

describe('tensors', () => {
  it('are one for each column, in any order, with null for what is not known', () => {
    expect(
      valuesOf(mixed, [tensor('grade', ['gold', null], { datatype: 'BYTES' }), tensor('recency', [null, 4])])
    ).toEqual({ recency: [NaN, 4], grade: ['gold', null] });
    expect(
      valuesOf(numbers, [
        tensor('recency', [true], { datatype: 'BOOL' }),
        tensor('frequency', [3], { datatype: 'INT64' }),
      ])
    ).toEqual(
      // prettier-ignore
      { recency: [1], frequency: [3] }
    );
  });

  it('are all columns in one, flat or nested', () => {
    const rows = { recency: [1, 3], frequency: [2, NaN] };
    expect(valuesOf(numbers, [tensor('features', [1, 2, 3, null], { shape: [2, 2] })])).toEqual(rows);
    expect(valuesOf(numbers, [tensor('features', [[1, 2], [3, null]], { shape: [2, 2] })])).toEqual(rows); // prettier-ignore
  });

  it.each([
    [
      'a missing one',
      numbers,
      [tensor('recency', [1])],
      'Tensors are missing: frequency. Send null where a value is not known.',
    ],
    [
      'one that the model lacks',
      [recency],
      [tensor('recency', [1]), tensor('age', [1])],
      'Tensor "age": the model has no such column. It takes recency.',
    ],
    [
      'one that is there twice',
      [recency],
      [tensor('recency', [1]), tensor('recency', [2])],
      'Tensor "recency": it is there twice.',
    ],
    [
      'another number of rows',
      numbers,
      [tensor('recency', [1, 2]), tensor('frequency', [1])],
      'Tensor "frequency": the shape has to be [2], as many rows as "recency" has.',
    ],
    [
      'too little data',
      [recency],
      [tensor('recency', [1], { shape: [2] })],
      'Tensor "recency": data has 1 values, the shape [2] says 2.',
    ],
    [
      'uneven rows',
      numbers,
      [tensor('features', [[1, 2], [3]], { shape: [2, 2] })],
      'Tensor "features": row 1 has 1 values, the shape says 2.',
    ],
    [
      'a shape of other columns',
      numbers,
      [tensor('features', [1, 2, 3], { shape: [1, 3] })],
      'Tensor "features": the shape has to be [rows, 2], in the order recency, frequency.',
    ],
    [
      'all in one where some are names',
      mixed,
      [tensor('features', [1, 2], { shape: [1, 2] })],
      'Tensor "features": the model has columns of names (grade): send one tensor for each column.',
    ],
    [
      'all in one and more',
      numbers,
      [tensor('features', [1, 2], { shape: [1, 2] }), tensor('recency', [1])],
      'Tensor "features": it holds all columns: send it alone, or one tensor for each column.',
    ],
    [
      'names as numbers',
      mixed,
      [tensor('recency', [1]), tensor('grade', [1])],
      'Tensor "grade": grade is sent as BYTES, since it is of names, not as FP64.',
    ],
    [
      'a text among numbers',
      [recency],
      [tensor('recency', [1, 'two'])],
      'Tensor "recency": value 1 is a string that does not fit; FP64 takes numbers, and null where it is not known.',
    ],
    [
      'a whole number of more than 32 bits',
      [recency],
      [tensor('recency', [2 ** 31], { datatype: 'INT32' })],
      'Tensor "recency": value 0 is a number that does not fit; INT32 takes whole numbers of 32 bits, and null where it is not known.',
    ],
    [
      'a list as a value',
      [recency],
      [tensor('recency', [[[1]]], { shape: [1, 1] })],
      'Tensor "recency": value 0 is a list; FP64 takes numbers, and null where it is not known.',
    ],
    [
      'too many rows',
      [recency],
      [tensor('recency', [1], { shape: [1001] })],
      'The request has 1001 rows; send at most 1000 at once.',
    ],
  ] as const)('are refused with what to mend: %s', (_, steps, inputs, message) => {
    expect(
      refusal(
        [...steps].map((step) => ({ ...step }) as never),
        inputs
      )
    ).toBe(message);
  });
});
