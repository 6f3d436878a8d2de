import fc from 'fast-check';
import { matrix } from '../matrix';
import { Random } from '../random';
import { distanceSums } from './distanceSums';
import { distanceSumsPlain } from './distanceSumsPlain';

it('adds up the same distances as pair by pair, to 1e-12 of each sum', () => {
  const shape = fc.record({
    rows: fc.integer({ min: 1, max: 400 }),
    columns: fc.integer({ min: 1, max: 40 }),
    k: fc.integer({ min: 1, max: 9 }),
    seed: fc.integer({ min: 0, max: 1e6 }),
    offset: fc.constantFrom(0, 1e9),
  });
  fc.assert(
    fc.property(shape, ({ rows, columns, k, seed, offset }) => {
      const random = new Random(seed);
      const m = matrix(
        Float64Array.from({ length: rows * columns }, () => offset + random.normal()),
        columns
      );
      const codes = Int32Array.from({ length: rows }, () => random.int(k));
      const [fast, plain] = [distanceSums(m, codes, k), distanceSumsPlain(m, codes, k)];
      expect(fast).toHaveLength(plain.length);
      const off = plain.map((sum, i) => (sum === fast[i] ? 0 : Math.abs(fast[i]! - sum) / sum));
      expect(Math.max(...off)).toBeLessThan(1e-12);
    }),
    { numRuns: 80 }
  );
});
