import { cutIp } from './cutIp';

test.each([
  ['121.130.7.201', '121.130.7.0'],
  ['1.2.3.4', '1.2.3.0'],
  ['2001:218:3:4:5::6', '2001:218:3::'],
  ['2001:218::1', '2001:218:0::'],
])('%s is cut to %s', (address, cut) => {
  expect(cutIp(address)).toBe(cut);
});
