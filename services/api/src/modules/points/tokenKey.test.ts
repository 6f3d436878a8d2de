import { tokenKey } from './tokenKey';

it('tells a hundred thousand tokens apart, by whole numbers that a float holds', () => {
  const keys = new Set(Array.from({ length: 100_000 }, (_, i) => tokenKey(`C-${i.toString(36)}`)));
  expect(keys.size).toBe(100_000);
  expect([...keys].every((key) => Number.isSafeInteger(key) && key >= 0)).toBe(true);
});
