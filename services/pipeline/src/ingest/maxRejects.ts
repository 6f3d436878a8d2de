import { exitCodes } from '../exitCodes';
import { UserError } from '../userError';

/** At most this many rejects, or this share of the rows read. */
export type MaxRejects = { count: number } | { share: number };

export const defaultMaxRejects: MaxRejects = { share: 0.1 };

/** Reads `500` or `2.5%`. */
export function parseMaxRejects(text: string): MaxRejects {
  const [, digits, percent] = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(text.trim()) ?? [];
  if (digits === undefined || (!percent && !Number.isInteger(Number(digits))) || (percent && Number(digits) > 100)) {
    throw new UserError(`"${text}" is no limit of rejects.`, 'Give a number (500) or a share (2.5%).', {
      exitCode: exitCodes.usage,
    });
  }
  return percent ? { share: Number(digits) / 100 } : { count: Number(digits) };
}

export function tooManyRejects(limit: MaxRejects, rejected: number, read: number): boolean {
  return 'count' in limit ? rejected > limit.count : rejected > limit.share * read;
}
