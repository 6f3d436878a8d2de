import { createHmac } from 'node:crypto';

export type TokenKind = 'customer' | 'card';

const prefixes: Record<TokenKind, string> = { customer: 'C-', card: 'K-' };
// Crockford's base 32: no I, L, O, U, so that a token can be read aloud.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The token of an original: HMAC-SHA-256 under the key, its first 50 bits as ten characters. */
export function createToken(key: Buffer, kind: TokenKind, original: string): string {
  const digest = createHmac('sha256', key).update(`${kind}\0${original}`).digest();
  let token = prefixes[kind];
  let bits = 0;
  let held = 0;
  for (let i = 0; token.length < 12;) {
    if (held < 5) {
      bits = (bits << 8) | digest[i++]!;
      held += 8;
    }
    held -= 5;
    token += alphabet[(bits >> held) & 31];
    bits &= (1 << held) - 1;
  }
  return token;
}
