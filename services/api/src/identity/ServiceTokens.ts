import { hash, timingSafeEqual } from 'node:crypto';
import type { ServiceToken } from '../config/secrets';

/** The programs that may ask for decisions. Their tokens are hashed once: thousands of requests a second are compared. */
export class ServiceTokens {
  private readonly digests: readonly Buffer[];

  constructor(services: readonly ServiceToken[]) {
    this.digests = services.map(({ token }) => hash('sha256', `Bearer ${token}`, 'buffer'));
  }

  /** Over digests of one length and always all of them, so that time tells nothing of which one nearly fitted. */
  knows(authorization: string | undefined): boolean {
    const given = hash('sha256', authorization ?? '', 'buffer');
    let known = false;
    for (const digest of this.digests) {
      known = timingSafeEqual(digest, given) || known;
    }
    return known;
  }
}
