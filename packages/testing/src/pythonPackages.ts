import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const minutes = 60_000;

/**
 * The programs of a virtual environment that holds these packages of PyPI (`NAME==VERSION`, so that a result means the same
 * wherever it was had), installed once into a folder of the cache. Undefined where Python or PyPI cannot be had.
 */
export function pythonPackages(name: string, packages: readonly string[]): string | undefined {
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'spendscope');
  const hash = createHash('sha256').update(packages.join(' ')).digest('hex').slice(0, 12);
  const folder = join(cache, `${name}-${hash}`);
  const programs = join(folder, 'bin');
  if (existsSync(join(folder, 'complete'))) {
    return programs;
  }
  mkdirSync(cache, { recursive: true });
  const run = (command: string, args: readonly string[]): boolean =>
    spawnSync(command, args, { timeout: 15 * minutes }).status === 0;
  const installed =
    run('python3', ['-m', 'venv', '--clear', folder]) &&
    run(join(programs, 'python'), ['-m', 'pip', 'install', '--quiet', ...packages]);
  if (!installed) {
    return undefined;
  }
  mkdirSync(join(folder, 'complete'));
  return programs;
}
