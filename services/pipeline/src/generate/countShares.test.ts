import fc from 'fast-check';
import { CountShares } from './countShares';

it('deals out exactly the total, in proportion', () => {
  const weights = fc.array(fc.double({ min: 0.001, max: 50, noNaN: true }), { minLength: 1, maxLength: 80 });
  fc.assert(
    fc.property(weights, fc.nat(5000), (each, total) => {
      const sum = each.reduce((running, weight) => running + weight, 0);
      const shares = new CountShares(total, sum);
      const counts = each.map((weight) => shares.next(weight));
      expect(counts.reduce((running, count) => running + count, 0)).toBe(total);
      counts.forEach((count, i) => expect(Math.abs(count - (each[i]! / sum) * total)).toBeLessThanOrEqual(1));
    })
  );
});
