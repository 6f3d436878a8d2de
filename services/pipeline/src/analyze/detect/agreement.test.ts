import { agreementWeights } from './agreement';

const rows = 4_000;
const alarmsAt = (from: number, to: number): Uint8Array =>
  Uint8Array.from({ length: rows }, (_, row) => (row >= from && row < to ? 1 : 0));

it('counts a detector less the fewer of its alarms others raise', () => {
  const [alone, one, other] = agreementWeights([alarmsAt(960, 1_360), alarmsAt(600, 1_000), alarmsAt(600, 1_000)]);
  expect(one).toBe(1);
  expect(other).toBe(1);
  expect(alone).toBeGreaterThan(0.15);
  expect(alone).toBeLessThan(0.25);
});

it('takes few alarms for chance', () => {
  const [alone] = agreementWeights([alarmsAt(20, 24), alarmsAt(0, 4), alarmsAt(0, 4)]);
  expect(alone).toBeGreaterThan(0.75);
});

it('counts all alike where nobody agrees, or nobody raises an alarm, or there is one detector', () => {
  expect(agreementWeights([alarmsAt(0, 40), alarmsAt(40, 80), alarmsAt(80, 120)])).toEqual([1, 1, 1]);
  expect(agreementWeights([alarmsAt(0, 0), alarmsAt(0, 0)])).toEqual([1, 1]);
  expect(agreementWeights([alarmsAt(0, 40)])).toEqual([1]);
});
