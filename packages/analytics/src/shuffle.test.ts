import { Random } from './random';
import { shuffle, shuffleFirst } from './shuffle';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

it('shuffles and loses nothing, the same way for the same seed', () => {
  const once = shuffle(numbers(50), new Random(1));
  expect(ascending(once)).toEqual(numbers(50));
  expect(once).not.toEqual(numbers(50));
  expect(shuffle(numbers(50), new Random(1))).toEqual(once);
});

it('draws every value equally often into the first places', () => {
  const random = new Random(2);
  const times = new Array<number>(6).fill(0);
  for (let round = 0; round < 6_000; round++) {
    const drawn = shuffleFirst(numbers(6), 2, random);
    expect(ascending(drawn)).toEqual(numbers(6));
    times[drawn[0]!]!++;
    times[drawn[1]!]!++;
  }
  // 2,000 expected; five standard deviations of a binomial are 183.
  times.forEach((count) => expect(Math.abs(count - 2_000)).toBeLessThan(183));
});

it('draws all where more are asked for than there are', () => {
  expect(ascending(shuffleFirst(numbers(3), 10, new Random(3)))).toEqual(numbers(3));
});
