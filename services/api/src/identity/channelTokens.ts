import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (value: string): Buffer => createHash('sha256').update(value).digest();

/** Compares in constant time, over digests of one length. */
export const sameSecret = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

/**
 * Compares a bearer token with the valid ones in constant time: always all of them, always over digests of one length.
 * Returns a short name of the channel for the record, or undefined where none matches.
 */
export function channelOf(authorization: string | undefined, tokens: readonly string[]): string | undefined {
  const given = digest(/^Bearer ([\x21-\x7e]+)$/.exec(authorization ?? '')?.[1] ?? '');
  const matches = tokens.map((token) => timingSafeEqual(digest(token), given));
  return matches.includes(true) ? `grafana:${given.toString('hex').slice(0, 8)}` : undefined;
}
