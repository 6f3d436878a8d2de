import type { Lease } from '@spendscope/contracts';

/** So far may the clocks of two servers be apart. */
export const skewMs = 60_000;

/** Over, or of a clock that was set back since: no lease of that length could end so late. */
export function isFree(lease: Lease, now: Date, lengthMs: number): boolean {
  const leftMs = Date.parse(lease.expires_at) - now.getTime();
  return leftMs <= 0 || leftMs > lengthMs + skewMs;
}

/** Whether an instant is that long ago, or as far ahead: then the clock was set back, and who wrote it is no longer at it. */
export const isFarFrom = (instant: string, now: Date, ms: number): boolean =>
  Math.abs(now.getTime() - Date.parse(instant)) >= ms;
