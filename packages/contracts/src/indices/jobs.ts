import Type, { type Static } from 'typebox';
import { defineIndex } from '../defineIndex';
import { boolean, date, integer, keyword, list, long, object, oneOf, optional, stored, text } from '../elasticTypes';
import { missedRules, overlapRules } from '../jobs/jobsFile';
import { Actor, Lease } from './interventions';

/** `_id` is the job's id. Written by the scheduler from the jobs file, so that readers need not have the file. */
export const ScheduledJob = object({
  job_id: keyword(),
  title: optional(keyword()),
  command: stored(Type.Array(Type.String()), 'a command of spendscope and its arguments'),
  cron: keyword(),
  time_zone: keyword(),
  overlap: oneOf(overlapRules),
  missed: oneOf(missedRules),
  missed_within_sec: integer(),
  jitter_sec: integer(),
  timeout_sec: integer(),
  late_after_sec: integer(),
  enabled: boolean(),
  file_version: keyword('of the jobs file'),
  known_since: date('before it, with this schedule, nothing was due'),
  next_due: list(date('instants, ascending, before jitter; none where it is not enabled')),
  late_after: optional(date('when the next one counts as late, unless it was claimed')),
  seen_at: date('a scheduler had it in its file then'),
});
export type ScheduledJob = Static<typeof ScheduledJob>;

export const scheduledJobs = defineIndex({
  name: 'spendscope-jobs',
  layout: 'single',
  version: 1,
  description: 'One document is a job of the jobs file, and when it is due next.',
  grafanaReads: true,
  document: ScheduledJob,
});

export const occurrenceStates = ['queued', 'running', 'succeeded', 'failed', 'cancelled', 'skipped'] as const;
export const occurrenceTriggers = ['schedule', 'missed', 'person', 'command'] as const;
export const occurrenceReasons = [
  'exit_code',
  'timed_out',
  'lost',
  'not_started',
  'overlap',
  'missed',
  'asked',
  'replaced',
  'scheduler_stopped',
] as const;

/** `_id` is made of job and due time, or of job and wish: creating the document is the claim. */
export const JobOccurrence = object({
  occurrence_id: keyword(),
  job_id: keyword(),
  due_at: date('as the schedule says, or when a person asked'),
  trigger: oneOf(occurrenceTriggers),
  state: oneOf(occurrenceStates),
  reason: optional(oneOf(occurrenceReasons)),
  command: stored(Type.Array(Type.String())),
  claimed_at: date(),
  claimed_by: keyword('the scheduler'),
  host: keyword(),
  pid: optional(long('of the scheduler')),
  lease_until: optional(date('without a sign of life by then it is lost')),
  started_at: optional(date()),
  ended_at: optional(date()),
  seconds: optional(integer('from start to end')),
  late_sec: optional(integer('from due time and jitter to start')),
  folded: optional(integer('further missed ones that this one stands for')),
  exit_code: optional(integer()),
  error: optional(text()),
  run_id: optional(keyword('of its document in the runs')),
  requested_by: optional(Actor),
  cancelled_by: optional(Actor),
  replaced_by: optional(keyword('the occurrence that it is to make room for')),
});
export type JobOccurrence = Static<typeof JobOccurrence>;

export const jobOccurrences = defineIndex({
  name: 'spendscope-job-occurrences',
  layout: 'single',
  version: 1,
  description: 'One document is one time that a job was due or asked for, and what became of it.',
  grafanaReads: true,
  document: JobOccurrence,
});

/** `_id` is the wish's id. The service writes it and never starts a process; the scheduler reads it and never writes it. */
export const JobWish = object({
  kind: oneOf(['run', 'cancel'] as const),
  job_id: keyword(),
  occurrence_id: keyword(),
  by: Actor,
  at: date(),
});
export type JobWish = Static<typeof JobWish>;

export const jobWishes = defineIndex({
  name: 'spendscope-job-wishes',
  layout: 'single',
  version: 1,
  description: 'One document is a person’s wish that a job run now, or that a run end.',
  grafanaReads: false,
  document: JobWish,
});

export const jobLeases = defineIndex({
  name: 'spendscope-job-leases',
  layout: 'single',
  version: 1,
  description: 'One document says which scheduler runs a job now.',
  grafanaReads: false,
  document: Lease,
});
