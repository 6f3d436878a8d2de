/** Id of what is due by schedule: the same whoever claims it, so that it can be claimed once only. */
export const scheduledId = (jobId: string, due: Date): string =>
  `${jobId}.${due.toISOString().slice(0, 19).replace(/[-:]/g, '').toLowerCase()}z`;

/** Id of what a person asked for, by the wish. */
export const askedId = (jobId: string, wishId: string): string => `${jobId}.asked-${wishId}`;

/** What the two may look like. */
export const occurrenceIdPattern = '^[a-z][a-z0-9-]{0,47}\\.(\\d{8}t\\d{6}z|asked-[0-9a-f]{16})$';
