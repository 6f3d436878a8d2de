import { Command, CommanderError } from 'commander';
import { addAnalyze } from './commands/analyze';
import { addAudit } from './commands/audit';
import { addClaim } from './commands/claim';
import { addDoctor } from './commands/doctor';
import { addGenerate } from './commands/generate';
import { addIngest } from './commands/ingest';
import { addPolicy } from './commands/policy';
import { addReport } from './commands/report';
import { addTokens } from './commands/tokens';
import { addWatch } from './commands/watch';
import { type ExitCode, exitCodes } from './exitCodes';
import { packageVersion } from './packageVersion';
import { describeError } from './runs/describeError';
import { say, tell } from './terminal';

export interface GlobalOptions {
  stateDir?: string;
  verbose?: boolean;
}

const exitCodeHelp = `
Exit codes: 0 done · 1 failed · 2 wrong use · 3 too many rejected rows · 4 Elasticsearch unreachable · 130 cancelled

Elasticsearch is found by ELASTICSEARCH_URL, _USERNAME, _PASSWORD and _CA; "npm start" prints them.`;

/** The whole command line; `signal` ends the command that runs. */
export function createProgram(signal: AbortSignal): Command {
  const program = new Command('spendscope')
    .description('Customer analytics from raw transactions: generate, ingest, analyze, check claims, report, watch.')
    .version(packageVersion())
    .option(
      '--state-dir <folder>',
      'where the working store, keys and models are (default: SPENDSCOPE_STATE_DIR, .spendscope)'
    )
    .option('--verbose', 'show the stack trace of an error')
    .addHelpText('after', exitCodeHelp)
    .exitOverride()
    .configureOutput({ writeOut: (text) => say(text.trimEnd()), writeErr: (text) => tell(text.trimEnd()) })
    .showHelpAfterError('Run with --help for all options.');
  for (const add of [
    addGenerate,
    addIngest,
    addAnalyze,
    addClaim,
    addReport,
    addWatch,
    addAudit,
    addPolicy,
    addTokens,
    addDoctor,
  ]) {
    add(program, signal);
  }
  return program;
}

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
  const program = createProgram(cancel.signal);
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
