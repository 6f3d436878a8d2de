import { countryOf } from './countryOf';

it.each([
  ['1.0.0.7', 'AU'],
  ['121.130.7.0', 'KR'],
  ['2001:218::5', 'JP'],
  ['2001:4860:4860::', 'US'],
])('%s was assigned to %s', (address, country) => {
  expect(countryOf(address)).toBe(country);
});

it.each(['10.0.0.1', '127.0.0.1', '192.168.1.1', '240.0.0.1', '::1', 'fe80::1', '2001:db8::'])(
  '%s belongs to no country',
  (address) => {
    expect(countryOf(address)).toBeUndefined();
  }
);

it('takes a block of a whole region for unknown', () => {
  expect(countryOf('138.199.64.1')).toBeUndefined();
});
