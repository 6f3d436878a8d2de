import { evaluateArithmetic } from './arithmetic';

describe('evaluateArithmetic', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['-params.a + 10 / 4', 0.5],
    ['params.a - params.b - 1', -2],
    ['1e3 * 2', 2000],
  ])('%s = %d', (text, expected) => {
    expect(evaluateArithmetic(text, { a: 2, b: 3 })).toBe(expected);
  });

  it('has no value for a division by zero', () => {
    expect(evaluateArithmetic('1 / params.a', { a: 0 })).toBeNull();
  });

  it.each(['process.exit()', 'params.a +', '(1', '1 2', 'params.c', 'params.a ** 2', ''])('refuses %j', (text) => {
    expect(() => evaluateArithmetic(text, { a: 1 })).toThrow();
  });
});
