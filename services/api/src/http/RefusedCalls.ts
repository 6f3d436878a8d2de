import type { FastifyRequest } from 'fastify';
import { TokenBuckets } from './TokenBuckets';

const perMinute = 120;

/** Calls that proved nothing or lacked a right, by person, else by address: one bucket for every way in. */
export class RefusedCalls {
  private readonly buckets: TokenBuckets;

  constructor(now: () => Date) {
    this.buckets = new TokenBuckets(() => now().getTime());
  }

  /** Counts one. @throws ApiError 429 where there were too many: it is told that, and leaves no record */
  count(request: FastifyRequest): void {
    this.buckets.take(request.caller?.actor.sub ?? request.ip, perMinute, 'refused calls');
  }
}
