import { Random } from '../random';
import { type Kinds, conditionalLogs, dependenceTree } from './dependence';

const pairs = 5_000;
const random = new Random(3);
const kindsOf = (kind: (pair: number) => number, kinds: number): Kinds => ({ kind: Int32Array.from({ length: pairs }, (_, pair) => kind(pair)), kinds }); // prettier-ignore
const first = kindsOf(() => random.int(3), 3);
const apart = kindsOf(() => random.int(2), 2);
const follows = kindsOf((pair) => (random.chance(0.95) ? first.kind[pair]! : random.int(3)), 3);
const copies = kindsOf((pair) => follows.kind[pair]!, 3);

it('hangs each column on the one that tells most of it', () => {
  const parents = dependenceTree([first, apart, follows, copies]);
  expect([parents[0], parents[2], parents[3]]).toEqual([-1, 0, 2]);
});

it('gives shares of a kind among the pairs whose parent is of a kind, those of all where there are none', () => {
  const shares = conditionalLogs(copies, follows, (pair) => (follows.kind[pair] === 2 ? 0 : 1)).map(Math.exp);
  expect(shares[0]).toBeGreaterThan(0.99);
  expect(shares[1]).toBeLessThan(0.01);
  expect(shares[2 * 3]).toBeCloseTo(0.5, 1);
});
