import { timingSafeEqual } from 'node:crypto';
import type { ServiceToken } from '../config/secrets';

/** The programs that may ask for decisions: thousands of requests a second are compared. */
export class ServiceTokens {
  private readonly expected: readonly Buffer[];

  constructor(services: readonly ServiceToken[]) {
    this.expected = services.map(({ token }) => Buffer.from(`Bearer ${token}`));
  }

  /** Always all of them, each in constant time: nothing but a token's length shows in how long it takes. */
  knows(authorization: string | undefined): boolean {
    const given = Buffer.from(authorization ?? '');
    let known = false;
    for (const one of this.expected) {
      known = (one.length === given.length && timingSafeEqual(one, given)) || known;
    }
    return known;
  }
}
