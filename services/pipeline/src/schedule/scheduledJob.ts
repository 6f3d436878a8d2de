import type { JobDefinition, JobsFile } from '@spendscope/contracts';

/** A job with every default in its place. */
export interface Job {
  id: string;
  title?: string;
  command: readonly string[];
  cron: string;
  timeZone: string;
  overlap: 'skip' | 'queue' | 'cancel';
  missed: 'skip' | 'run_once';
  missedWithinSec: number;
  jitterSec: number;
  timeoutSec: number;
  lateAfterSec: number;
  enabled: boolean;
}

export const resolveJob = (definition: JobDefinition, file: Pick<JobsFile, 'timeZone'>): Job => ({
  id: definition.id,
  ...(definition.title ? { title: definition.title } : {}),
  command: definition.command,
  cron: definition.cron,
  timeZone: definition.timeZone ?? file.timeZone ?? 'UTC',
  overlap: definition.overlap ?? 'skip',
  missed: definition.missed?.rule ?? 'skip',
  missedWithinSec: definition.missed?.withinSec ?? 3_600,
  jitterSec: definition.jitterSec ?? 0,
  timeoutSec: definition.timeoutSec ?? 21_600,
  lateAfterSec: definition.lateAfterSec ?? 300,
  enabled: definition.enabled ?? true,
});
