import { timesBetween } from './cronTimes';
import { startOf } from './jitter';
import type { Job } from './scheduledJob';

/** So late is still on time: ticks, a slow answer, a start of the scheduler. */
export const graceMs = 60_000;
/** Missed ones are told of that far back, also where none is made up for. */
const toldBackMs = 86_400_000;
/** Most occurrences that are looked at: one each minute of a day, and more than anybody reads. */
const mostTimes = 1_500;

export interface DueInput {
  job: Job;
  /** before it nothing was due */
  knownSince: Date;
  /** up to it everything was looked at before; later than now where the clock was set back */
  lookedUntil?: Date;
  now: Date;
}

/** Due times whose start, after jitter, came since the last look: those on time, and those that nobody was there for. */
export function timesDue({ job, knownSince, lookedUntil, now }: DueInput): { onTime: Date[]; missed: Date[] } {
  const backMs = Math.max(toldBackMs, job.missedWithinSec * 1_000);
  // After a clock was set back everything is looked at again: what was claimed stays claimed.
  const since = lookedUntil && lookedUntil <= now ? lookedUntil.getTime() : now.getTime() - backMs;
  const from = new Date(Math.max(knownSince.getTime(), since - job.jitterSec * 1_000));
  const started = timesBetween(job, from, now, mostTimes).filter((due) => {
    const start = startOf(job, due).getTime();
    return start > since && start <= now.getTime();
  });
  const isOnTime = (due: Date): boolean => now.getTime() - startOf(job, due).getTime() <= graceMs;
  return { onTime: started.filter(isOnTime), missed: started.filter((due) => !isOnTime(due)) };
}

export interface MissedVerdict {
  due: Date;
  makeUp: boolean;
  /** older missed ones that this one stands for */
  folded: number;
}

/** What becomes of missed ones, ascending, that nobody has claimed: one word for all, however many they are. */
export function judgeMissed(job: Job, missed: readonly Date[], now: Date): MissedVerdict | undefined {
  const due = missed.at(-1);
  if (!due) {
    return undefined;
  }
  const lateMs = now.getTime() - startOf(job, due).getTime();
  const makeUp = job.missed === 'run_once' && lateMs <= job.missedWithinSec * 1_000;
  return { due, makeUp, folded: missed.length - 1 };
}
