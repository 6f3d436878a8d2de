import { ServiceTokens } from './ServiceTokens';

it('knows its programs by their whole bearer token, and nobody else', () => {
  const tokens = new ServiceTokens([
    { name: 'payments', token: 'p'.repeat(32) },
    { name: 'gateway', token: 'g'.repeat(32) },
  ]);
  expect(['p', 'g'].map((letter) => tokens.knows(`Bearer ${letter.repeat(32)}`))).toEqual([true, true]);
  const others = [undefined, '', 'Bearer ', `Bearer ${'p'.repeat(31)}`, `bearer ${'p'.repeat(32)}`, 'p'.repeat(32)];
  expect(others.map((one) => tokens.knows(one))).toEqual(others.map(() => false));
  expect(new ServiceTokens([]).knows('Bearer ')).toBe(false);
});
