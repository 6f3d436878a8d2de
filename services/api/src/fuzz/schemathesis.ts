import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const version = '4.32.5';

/** The program, installed once from PyPI into a folder of the cache; undefined where Python or PyPI cannot be had. */
export function schemathesis(): string | undefined {
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'spendscope');
  const folder = join(cache, `schemathesis-${version}`);
  const program = join(folder, 'bin', 'schemathesis');
  if (existsSync(join(folder, 'complete'))) {
    return program;
  }
  mkdirSync(cache, { recursive: true });
  const run = (command: string, args: string[]): boolean => spawnSync(command, args, { timeout: 300_000 }).status === 0;
  const installed =
    run('python3', ['-m', 'venv', folder]) &&
    run(join(folder, 'bin', 'pip'), ['install', '--quiet', `schemathesis==${version}`]);
  if (!installed) {
    return undefined;
  }
  mkdirSync(join(folder, 'complete'));
  return program;
}
