import { ApiError } from './apiError';

interface Bucket {
  tokens: number;
  at: number;
}

/** So many out of one bucket. */
export interface Charge {
  key: string;
  perMinute: number;
  /** What the bucket counts, in words for the answer. */
  what: string;
  /** Default: one. */
  cost?: number;
}

const mostBuckets = 50_000;

/** Token buckets by key: so many at once, refilled evenly within a minute. Of this process; each replica has its own. */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly now: () => number = Date.now) {}

  /** Takes one. @throws ApiError 429 with when to come back */
  take(key: string, perMinute: number, what: string): void {
    this.takeAll([{ key, perMinute, what }]);
  }

  /** Takes from all or from none, so that what is refused costs nothing. @throws ApiError 429 with when to come back */
  takeAll(charges: readonly Charge[]): void {
    const now = this.now();
    const left = charges.map((charge) => {
      const tokens = this.tokensOf(charge, now) - (charge.cost ?? 1);
      if (tokens < 0) {
        throw tooMany(charge, -tokens);
      }
      return tokens;
    });
    charges.forEach(({ key }, position) => this.keep(key, { tokens: left[position]!, at: now }));
  }

  private tokensOf({ key, perMinute }: Charge, now: number): number {
    const known = this.buckets.get(key);
    return known ? Math.min(perMinute, known.tokens + (Math.max(0, now - known.at) * perMinute) / 60_000) : perMinute;
  }

  /** Last used stands last, so that the first is the one to forget. */
  private keep(key: string, bucket: Bucket): void {
    this.buckets.delete(key);
    this.buckets.set(key, bucket);
    if (this.buckets.size > mostBuckets) {
      this.buckets.delete(this.buckets.keys().next().value!);
    }
  }
}

function tooMany({ perMinute, what, cost = 1 }: Charge, lacking: number): ApiError {
  const fits = cost <= perMinute;
  const seconds = fits ? Math.ceil((lacking * 60) / perMinute) : 60;
  const detail = fits
    ? `Too many ${what}. Try again in ${seconds} s.`
    : `${cost} are more ${what} than ${perMinute} at once. Send fewer together.`;
  return new ApiError(429, 'rate_limited', detail, {
    headers: {
      'retry-after': String(seconds),
      'ratelimit-limit': String(perMinute),
      'ratelimit-remaining': String(Math.max(0, Math.floor(cost - lacking))),
      'ratelimit-reset': String(seconds),
    },
  });
}
