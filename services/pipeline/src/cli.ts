import { CommanderError } from 'commander';
import { type ExitCode, exitCodes } from './exitCodes';
import { type GlobalOptions, createProgram } from './program';
import { describeError } from './runs/describeError';
import { tell } from './terminal';

/** Runs the command of `argv` and gives its exit code. */
export async function runCli(argv: readonly string[]): Promise<ExitCode> {
  const cancel = new AbortController();
  const onSignal = (): void => {
    if (cancel.signal.aborted) {
      process.exit(exitCodes.cancelled);
    }
    tell('Stopping… (once more to stop at once)');
    cancel.abort(new Error('Cancelled.'));
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  endWithParent(onSignal);
  const program = await createProgram(argv, cancel.signal);
  try {
    await program.parseAsync([...argv]);
    return exitCodes.ok;
  } catch (error) {
    return report(error, program.opts<GlobalOptions>().verbose === true, cancel.signal);
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}

/** So long a job may take to come to an orderly end. */
const orphanMs = 10_000;

/** A job must not outlive the scheduler that started it: nobody would know of it. */
function endWithParent(end: () => void): void {
  if (!process.channel) {
    return;
  }
  process.once('disconnect', () => {
    // Whoever read the output is gone as well.
    process.stdout.on('error', () => {});
    process.stderr.on('error', () => {});
    end();
    setTimeout(() => process.exit(exitCodes.cancelled), orphanMs).unref();
  });
  process.channel.unref();
}

function report(error: unknown, verbose: boolean, signal: AbortSignal): ExitCode {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  }
  if (verbose) {
    tell(stackOf(error));
  }
  if (signal.aborted) {
    tell('Cancelled. Run the same command again to go on.');
    return exitCodes.cancelled;
  }
  const { message, fix, exitCode } = describeError(error);
  tell(`Error: ${message}`);
  if (fix) {
    tell(`Fix: ${fix}`);
  }
  return exitCode;
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  return error.cause ? `${error.stack}\nCaused by: ${stackOf(error.cause)}` : String(error.stack);
}
