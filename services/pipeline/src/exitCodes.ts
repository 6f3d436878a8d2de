/** What the `spendscope` command ends with. */
export const exitCodes = {
  ok: 0,
  failed: 1,
  usage: 2,
  tooManyRejects: 3,
  elasticsearchUnreachable: 4,
  cancelled: 130,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
