import type { JobOccurrence } from '@spendscope/contracts';
import type { JobEnd } from './launchJob';

/** Why the scheduler told a job to end. */
export type StopReason = 'asked' | 'replaced' | 'scheduler_stopped' | 'timed_out';

/** What an ended job has come to. One that was told to end and was done before it heard of it has done its work. */
export function verdictOf(
  { code, signal }: JobEnd,
  stopped: StopReason | undefined,
  lastWords: string | undefined
): Pick<JobOccurrence, 'state' | 'reason' | 'exit_code' | 'error'> {
  const exit = code === null ? {} : { exit_code: code };
  if (code === 0) {
    return { state: 'succeeded', ...exit };
  }
  if (stopped) {
    return { state: stopped === 'timed_out' ? 'failed' : 'cancelled', reason: stopped, ...exit };
  }
  return { state: 'failed', reason: 'exit_code', ...exit, error: lastWords ?? (signal ? `Ended by ${signal}.` : `Exit code ${code}.`) }; // prettier-ignore
}
