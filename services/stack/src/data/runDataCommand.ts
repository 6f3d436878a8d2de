import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { lastErrorLines } from '../process/lastErrorLines';
import { signalGroup } from '../process/stopGroup';
import { waitForExit } from '../process/waitForExit';
import { StackError } from '../stackError';
import type { DataCommand } from './dataCommands';

export interface RunDataOptions {
  root: string;
  env: NodeJS.ProcessEnv;
  logFile: string;
  /** The command's latest line, for the progress display. */
  onLine: (line: string) => void;
  signal?: AbortSignal;
}

/** The arguments with which Node runs the `spendscope` command line from its sources. */
export function spendscopeArguments(args: readonly string[]): string[] {
  return ['services/pipeline/bin/spendscope.mjs', ...args];
}

/** @throws StackError with the command's last lines where it fails; the abort reason where it was stopped */
export async function runDataCommand({ title, args }: DataCommand, options: RunDataOptions): Promise<void> {
  const { root, env, logFile, onLine, signal } = options;
  mkdirSync(dirname(logFile), { recursive: true, mode: 0o700 });
  const log = createWriteStream(logFile, { flags: 'a', mode: 0o600 });
  const child = spawn(process.execPath, spendscopeArguments(args), {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let tail = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      log.write(chunk);
      tail = (tail + chunk).slice(-8_192);
      const line = tail
        .trimEnd()
        .split(/[\r\n]+/)
        .at(-1)
        ?.trim();
      if (line) {
        onLine(line);
      }
    });
  }
  const stop = (): boolean => signalGroup(child.pid!, 'SIGTERM');
  signal?.addEventListener('abort', stop);
  const exit = await waitForExit(child);
  signal?.removeEventListener('abort', stop);
  log.end();
  signal?.throwIfAborted();
  if (exit.code !== 0) {
    throw new StackError(
      `spendscope ${args[0]} (${title}) ended with exit code ${exit.code ?? exit.signal}: ${lastErrorLines(tail, 4)}`,
      `Read ${logFile}.`
    );
  }
}
