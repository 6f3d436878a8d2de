import { RowSample, StretchSample } from './samples';
import { featureCount } from './transactionFeatures';

const row = (value: number): Float64Array => new Float64Array(featureCount).fill(value);
const firsts = (data: Float64Array): number[] => Array.from(data).filter((_, at) => at % featureCount === 0);

it('keeps all rows where they are few, and else as many as asked for, each with the same chance', () => {
  const few = new RowSample(10, 1);
  [3, 1, 2].forEach((value) => few.add(row(value)));
  expect(firsts(few.rows().data)).toEqual([3, 1, 2]);
  let sum = 0;
  for (let seed = 0; seed < 400; seed++) {
    const sample = new RowSample(5, seed);
    for (let value = 0; value < 101; value++) {
      sample.add(row(value));
    }
    expect(new Set(firsts(sample.rows().data)).size).toBe(5);
    sum += firsts(sample.rows().data).reduce((total, value) => total + value, 0) / 5;
  }
  // Mean 50; one standard deviation of the mean of 2,000 draws is 0.65.
  expect(Math.abs(sum / 400 - 50)).toBeLessThan(3);
});

it('cuts customers into stretches that never reach into another customer', () => {
  const sample = new StretchSample(10, 3, 1);
  [10, 11, 12, 13].forEach((value) => sample.add(row(value)));
  sample.endCustomer();
  sample.add(row(20));
  sample.endCustomer();
  sample.endCustomer();
  const { m, starts } = sample.sequences();
  expect(firsts(m.data)).toEqual([10, 11, 12, 13, 20]);
  expect(starts).toEqual([0, 3, 4]);
});

it('keeps no more stretches than asked for', () => {
  const sample = new StretchSample(2, 2, 1);
  for (let value = 0; value < 20; value++) {
    sample.add(row(value));
  }
  const { starts, m } = sample.sequences();
  expect(starts).toEqual([0, 2]);
  const [a, b, c, d] = firsts(m.data);
  expect([b! - a!, d! - c!]).toEqual([1, 1]);
});
