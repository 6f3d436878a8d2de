import Type, { type Static } from 'typebox';
import { JobOccurrence, ScheduledJob } from '../indices/jobs';
import { LogLine } from '../indices/operations';
import { jobIdPattern } from '../jobs/jobsFile';

/** How a job stands: late and failed are what an operator has to look at. */
export const jobConditions = ['disabled', 'running', 'late', 'failed', 'never', 'good'] as const;
export type JobCondition = (typeof jobConditions)[number];

export const JobEntry = Type.Object({
  job: ScheduledJob,
  condition: Type.Enum([...jobConditions]),
  last: Type.Optional(JobOccurrence),
  /** the newest that ended, oldest first */
  history: Type.Array(JobOccurrence),
});
export type JobEntry = Static<typeof JobEntry>;

/** Answer of `GET /v1/jobs`. */
export const JobList = Type.Object({
  items: Type.Array(JobEntry),
  schedulerSeenAt: Type.Optional(Type.String({ description: 'when a scheduler was last heard of; absent: never' })),
  schedulerAway: Type.Boolean({ description: 'no scheduler was heard of lately: nothing will be started' }),
});
export type JobList = Static<typeof JobList>;

/** Answer of `GET /v1/occurrences`, newest first. */
export const OccurrenceList = Type.Object({ items: Type.Array(JobOccurrence), total: Type.Integer() });
export type OccurrenceList = Static<typeof OccurrenceList>;

/** Answer of `GET /v1/occurrences/{id}`, with the newest lines of what it said. */
export const OccurrenceReport = Type.Object({
  occurrence: JobOccurrence,
  lines: Type.Array(LogLine),
  totalLines: Type.Integer(),
});
export type OccurrenceReport = Static<typeof OccurrenceReport>;

const reason = Type.Optional(Type.String({ minLength: 3, maxLength: 1000 }));

/** Body of `POST /v1/runs`. */
export const RunRequest = Type.Object(
  { job: Type.String({ pattern: jobIdPattern }), reason },
  { additionalProperties: false }
);
export type RunRequest = Static<typeof RunRequest>;

/** Body of `POST /v1/runs/{id}/cancellations`. */
export const RunCancellation = Type.Object({ reason }, { additionalProperties: false });
export type RunCancellation = Static<typeof RunCancellation>;

/** Answer to both: the scheduler carries it out at its next look. */
export const WishTaken = Type.Object({ occurrenceId: Type.String(), at: Type.String() });
export type WishTaken = Static<typeof WishTaken>;
