import { formatValue } from './formatValue';

it('formats in the field’s unit, and compactly without one', () => {
  expect(formatValue({ unit: 'currencyKRW' }, 4_732_111)).toBe('₩4.73M');
  expect(formatValue({ unit: 'currencyKRW', decimals: 0 }, 300)).toBe('₩300');
  expect(formatValue({}, 4_732_111)).toBe('4.73M');
  expect(formatValue({}, 27.4)).toBe('27.4');
});
