import { ApiError } from './apiError';

interface Bucket {
  tokens: number;
  at: number;
}

const mostBuckets = 50_000;

/** Token buckets by key: so many at once, refilled evenly within a minute. Of this process; each replica has its own. */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly now: () => number = Date.now) {}

  /** Takes one. @throws ApiError 429 with when to come back */
  take(key: string, perMinute: number, what: string): void {
    const now = this.now();
    const known = this.buckets.get(key) ?? { tokens: perMinute, at: now };
    const tokens = Math.min(perMinute, known.tokens + ((now - known.at) * perMinute) / 60_000);
    // Last used stands last, so that the first is the one to forget.
    this.buckets.delete(key);
    if (tokens < 1) {
      this.buckets.set(key, { tokens, at: now });
      const seconds = Math.ceil(((1 - tokens) * 60) / perMinute);
      throw new ApiError(429, 'rate_limited', `Too many ${what}. Try again in ${seconds} s.`, {
        headers: {
          'retry-after': String(seconds),
          'ratelimit-limit': String(perMinute),
          'ratelimit-remaining': '0',
          'ratelimit-reset': String(seconds),
        },
      });
    }
    this.buckets.set(key, { tokens: tokens - 1, at: now });
    if (this.buckets.size > mostBuckets) {
      this.buckets.delete(this.buckets.keys().next().value!);
    }
  }
}
