import { timingSafeEqual } from 'node:crypto';
import { ApiError } from '../../http/apiError';
import { keyedHash } from '../audit/auditKeys';
import type { Acting, InterventionParts } from '../interventions/parts';

const confirmMs = 15 * 60_000;
type Parts = Pick<InterventionParts, 'audit' | 'now'>;

const seal = ({ audit }: Parts, acting: Acting, subject: string, until: number): string =>
  keyedHash(audit.hashKey, `erase ${acting.caller.actor.sub} ${subject} ${until}`);

/** What a dry run hands out: whoever made it confirms with it, for a quarter of an hour, the erasure of this subject only. */
export function sealOf(parts: Parts, acting: Acting, subject: string): string {
  const until = parts.now().getTime() + confirmMs;
  return `${until}.${seal(parts, acting, subject, until)}`;
}

/** @throws ApiError 422 where it is not of this dry run, or too old */
export function requireSeal(parts: Parts, acting: Acting, subject: string, confirm: string): void {
  const [until = '', given = ''] = confirm.split('.');
  const expected = Buffer.from(seal(parts, acting, subject, Number(until)));
  const sent = Buffer.from(given);
  const same = sent.length === expected.length && timingSafeEqual(sent, expected);
  if (!same || Number(until) < parts.now().getTime()) {
    throw new ApiError(422, 'confirmation_invalid', 'Make a dry run first, and confirm it within 15 minutes.');
  }
}
