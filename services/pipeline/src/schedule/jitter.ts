import { createHash } from 'node:crypto';
import type { Job } from './scheduledJob';

/** Milliseconds by which the start of one occurrence is put off: the same on every scheduler, because they follow from job and time. */
export function jitterMs({ id, jitterSec }: Pick<Job, 'id' | 'jitterSec'>, due: Date): number {
  const draw = createHash('sha256').update(`${id} ${due.toISOString()}`).digest().readUInt32BE(0);
  return Math.floor((draw / 2 ** 32) * jitterSec * 1_000);
}

/** When an occurrence is to start. */
export const startOf = (job: Pick<Job, 'id' | 'jitterSec'>, due: Date): Date =>
  new Date(due.getTime() + jitterMs(job, due));
