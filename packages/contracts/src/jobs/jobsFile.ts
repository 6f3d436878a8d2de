import Type, { type Static } from 'typebox';

const strict = { additionalProperties: false } as const;

/** What happens to an occurrence that is due while the one before is not over. */
export const overlapRules = ['skip', 'queue', 'cancel'] as const;
/** What happens to occurrences that nobody was there for. */
export const missedRules = ['skip', 'run_once'] as const;

/** A job's id stands in the ids of its occurrences, and in addresses. */
export const jobIdPattern = '^[a-z][a-z0-9-]{0,47}$';

export const JobDefinition = Type.Object(
  {
    id: Type.String({ pattern: jobIdPattern, description: 'lower-case letters, digits and hyphens' }),
    title: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
    command: Type.Array(Type.String({ minLength: 1, maxLength: 1_000 }), {
      minItems: 1,
      maxItems: 50,
      description: 'a command of spendscope and its arguments, one by one: no shell reads them',
    }),
    cron: Type.String({ minLength: 9, maxLength: 100, description: 'minute hour day-of-month month day-of-week' }),
    timeZone: Type.Optional(Type.String({ minLength: 1, maxLength: 60, description: 'IANA name; absent: the file’s' })),
    overlap: Type.Optional(
      Type.Enum([...overlapRules], {
        default: 'skip',
        description: 'skip the new one, queue one behind the running, or cancel the running',
      })
    ),
    missed: Type.Optional(
      Type.Object(
        {
          rule: Type.Enum([...missedRules]),
          withinSec: Type.Optional(
            Type.Integer({ minimum: 60, maximum: 604_800, default: 3_600, description: 'older is not made up for' })
          ),
        },
        strict
      )
    ),
    jitterSec: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 3_600, default: 0, description: 'most seconds that a start is put off' })
    ),
    timeoutSec: Type.Optional(Type.Integer({ minimum: 1, maximum: 604_800, default: 21_600 })),
    lateAfterSec: Type.Optional(
      Type.Integer({ minimum: 60, maximum: 86_400, default: 300, description: 'not started by then: late' })
    ),
    enabled: Type.Optional(Type.Boolean({ default: true })),
  },
  strict
);
export type JobDefinition = Static<typeof JobDefinition>;

/** The jobs file. It is kept with the code that it runs; the app shows it and never changes it. */
export const JobsFile = Type.Object(
  {
    version: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' }),
    timeZone: Type.Optional(Type.String({ minLength: 1, maxLength: 60, default: 'UTC' })),
    jobs: Type.Array(JobDefinition, { maxItems: 200 }),
  },
  strict
);
export type JobsFile = Static<typeof JobsFile>;
