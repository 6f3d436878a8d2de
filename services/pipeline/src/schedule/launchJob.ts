import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { environment } from '@spendscope/contracts';
import { sourceFolder } from '../sourceFolder';

export interface JobEnd {
  /** null where a signal ended it */
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A job that runs. */
export interface RunningJob {
  ended: Promise<JobEnd>;
  /** Asks it to end, and after a while makes it. */
  stop(): void;
}

export interface LaunchInput {
  jobId: string;
  occurrenceId: string;
  command: readonly string[];
  onLine(text: string): void;
}

export type Launch = (input: LaunchInput) => RunningJob;

const patienceMs = 15_000;

/**
 * Starts a command of spendscope as a process of its own. It leads a group of its own, so that Ctrl-C at the scheduler's
 * terminal reaches it through the scheduler only; and it ends by itself when the channel to the scheduler closes.
 */
export const launchJob =
  (stateDir?: string): Launch =>
  ({ jobId, occurrenceId, command, onLine }) => {
    const child = spawn(process.execPath, [join(sourceFolder, '..', 'bin', 'spendscope.mjs'), ...command], {
      env: {
        ...process.env,
        ...(stateDir ? { [environment.stateDir]: stateDir } : {}),
        [environment.jobId]: jobId,
        [environment.occurrenceId]: occurrenceId,
      },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [child.stdout!, child.stderr!]) {
      createInterface({ input: stream }).on('line', onLine);
    }
    let force: NodeJS.Timeout | undefined;
    const ended = new Promise<JobEnd>((resolve, reject) => {
      child.once('error', reject);
      // "close" comes after the last line.
      child.once('close', (code, signal) => resolve({ code, signal }));
    }).finally(() => clearTimeout(force));
    return {
      ended,
      stop: () => {
        child.kill('SIGTERM');
        force ??= setTimeout(() => child.kill('SIGKILL'), patienceMs);
      },
    };
  };
