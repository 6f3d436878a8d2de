import { createHmac } from 'node:crypto';
import { createToken } from './tokens';

const key = Buffer.alloc(32, 7);

it('is the first fifty bits of the keyed hash in base 32', () => {
  const digest = createHmac('sha256', key).update('customer\u0000C000123').digest();
  const bits = [...digest.subarray(0, 7)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const expected = Array.from({ length: 10 }, (_, i) =>
    '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.charAt(parseInt(bits.slice(5 * i, 5 * i + 5), 2))
  ).join('');
  expect(createToken(key, 'customer', 'C000123')).toBe(`C-${expected}`);
});

it('depends on key, kind and original', () => {
  const token = createToken(key, 'customer', 'a');
  expect(createToken(key, 'customer', 'a')).toBe(token);
  expect(createToken(key, 'customer', 'b')).not.toBe(token);
  expect(createToken(Buffer.alloc(32, 8), 'customer', 'a')).not.toBe(token);
  expect(createToken(key, 'card', 'a').slice(2)).not.toBe(token.slice(2));
  expect(createToken(key, 'card', 'a')).toMatch(/^K-[0-9A-HJKMNP-TV-Z]{10}$/);
});
