import { CountryTable } from './countryTable';
import { cutIp } from './cutIp';

test.each([
  ['121.130.7.201', '121.130.7.0'],
  ['1.2.3.4', '1.2.3.0'],
  ['2001:218:3:4:5::6', '2001:218:3::'],
  ['2001:218::1', '2001:218:0::'],
])('%s is cut to %s', (address, cut) => {
  expect(cutIp(address)).toBe(cut);
});

it('knows countries of addresses, and of private ones none', () => {
  const table = CountryTable.load();
  expect(table.countryOf('1.0.0.7')).toBe('AU');
  expect(table.countryOf('2001:218::5')).toBe('JP');
  expect(table.countryOf('10.0.0.1')).toBeUndefined();
  expect(table.countryOf('192.168.1.1')).toBeUndefined();
});
