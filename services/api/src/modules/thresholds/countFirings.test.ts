import { Random } from '@spendscope/analytics';
import { type FiringRule, type Minute, countFirings } from './countFirings';

const rule: FiringRule = { minutes: 5, atLeast: 3, above: 0.8, keeps: 5 };
const at = (minute: number, ...scores: number[]): Minute => ({
  minute,
  sum: scores.reduce((a, b) => a + b, 0),
  count: scores.length,
});

it('fires for as long as the mean of a window lies above the bound, and once', () => {
  // Three in minute 10: windows that end with minutes 10 to 14 hold them.
  expect(countFirings([at(10, 0.9, 0.9, 0.9)], rule)).toEqual({ fired: 1, minutes: 5 });
  // The third comes in minute 12: 12, 13 and 14 hold all three.
  expect(countFirings([at(10, 0.9, 0.9), at(12, 0.9)], rule)).toEqual({ fired: 1, minutes: 3 });
});

it('is quiet for too few, a mean at the bound, and what never is within one window', () => {
  expect(countFirings([at(10, 0.99, 0.99)], rule).fired).toBe(0);
  expect(countFirings([at(10, 0.75, 0.75, 0.75)], { ...rule, above: 0.75 }).fired).toBe(0);
  expect(countFirings([at(10, 0.9, 0.9), at(15, 0.9)], rule).fired).toBe(0);
  expect(countFirings([], rule)).toEqual({ fired: 0, minutes: 0 });
});

it('begins anew only where it was quiet for longer than an alert goes on', () => {
  const again = (minute: number): number =>
    countFirings([at(10, 0.9, 0.9, 0.9), at(minute, 0.9, 0.9, 0.9)], rule).fired;
  // It fires until minute 14 and goes on until 19.
  expect([again(19), again(20), again(21)]).toEqual([1, 1, 2]);
});

it('says what asking every minute says', () => {
  const random = new Random(5);
  for (let round = 0; round < 200; round++) {
    const minutes: Minute[] = [];
    for (let minute = 0; minute < 60; minute++) {
      if (random.chance(0.3)) {
        minutes.push(at(minute, ...Array.from({ length: 1 + random.int(4) }, () => 0.5 + random.int(5) / 8)));
      }
    }
    let [fired, lasted, last] = [0, 0, -Infinity];
    for (let now = 0; now < 70; now++) {
      const window = minutes.filter(({ minute }) => minute > now - rule.minutes && minute <= now);
      const count = window.reduce((sum, each) => sum + each.count, 0);
      if (count >= rule.atLeast && window.reduce((sum, each) => sum + each.sum, 0) / count > rule.above) {
        fired += now - last > rule.keeps + 1 ? 1 : 0;
        lasted++;
        last = now;
      }
    }
    expect(countFirings(minutes, rule)).toEqual({ fired, minutes: lasted });
  }
});
