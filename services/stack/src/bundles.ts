import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type RunCommand, runCommand } from './process/command';
import { lastErrorLines } from './process/lastErrorLines';
import { StackError } from './stackError';

/** A workspace whose browser bundle is built before it is served. */
export interface Bundle {
  workspace: string;
  /** Folder of the workspace. */
  folder: string;
  /** A file that each build writes, inside the folder. */
  output: string;
}

/** Whether the bundle is missing or older than a source of it. */
export function isStale({ folder, output }: Bundle): boolean {
  const built = join(folder, output);
  return !existsSync(built) || newestChange(folder) > statSync(built).mtimeMs;
}

const notSources = new Set(['dist', 'node_modules', 'coverage']);

function newestChange(folder: string): number {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !notSources.has(entry.name))
    .map((entry) => join(folder, entry.name))
    .reduce((newest, path) => {
      const stat = statSync(path);
      return Math.max(newest, stat.isDirectory() ? newestChange(path) : stat.mtimeMs);
    }, 0);
}

/** @throws StackError with the builder's last lines */
export async function buildBundle(
  bundle: Bundle,
  root: string,
  signal?: AbortSignal,
  run: RunCommand = runCommand
): Promise<void> {
  const result = await run('npm', ['run', 'build', '-w', bundle.workspace], { cwd: root, signal });
  signal?.throwIfAborted();
  if (result.code !== 0) {
    throw new StackError(
      `Building ${bundle.workspace} failed: ${lastErrorLines(`${result.stdout}\n${result.stderr}`, 5)}`,
      `Run "npm run build -w ${bundle.workspace}" to see all of it.`
    );
  }
}
