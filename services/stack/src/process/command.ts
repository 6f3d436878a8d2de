import { execFile } from 'node:child_process';

export interface CommandResult {
  /** Exit status; 127 where the program is not installed. */
  code: number;
  stdout: string;
  stderr: string;
}

export interface CommandOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  timeoutMs?: number;
  /** Ends the program early. */
  signal?: AbortSignal;
}

/** Runs a program to its end and reports how it went; never throws, so that a missing program is an answer. */
export type RunCommand = (program: string, args: readonly string[], options?: CommandOptions) => Promise<CommandResult>;

export const runCommand: RunCommand = (program, args, { cwd, env, timeoutMs, signal } = {}) =>
  new Promise((resolve) => {
    execFile(
      program,
      [...args],
      { cwd, env, timeout: timeoutMs, signal, maxBuffer: 32 * 1024 * 1024 },
      (error, stdout, stderr) => {
        resolve({ code: exitCode(error), stdout, stderr });
      }
    );
  });

function exitCode(error: (Error & { code?: unknown }) | null): number {
  if (!error) {
    return 0;
  }
  if (error.code === 'ENOENT') {
    return 127;
  }
  return typeof error.code === 'number' ? error.code : 1;
}
