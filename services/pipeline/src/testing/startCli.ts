import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { environment } from '@spendscope/contracts';
import { sourceFolder } from '../sourceFolder';

type Part = 'pipeline' | 'setup';

/** Starts the `spendscope` command as a process of its own, with a part's rights in the tests' Elasticsearch. */
export function startCli(args: readonly string[], stateDir: string, part: Part = 'pipeline'): ChildProcess {
  const users = JSON.parse(process.env.SPENDSCOPE_TEST_ELASTICSEARCH!) as Record<string, Record<string, string>>;
  return spawn(process.execPath, [join(sourceFolder, '..', 'bin', 'spendscope.mjs'), ...args], {
    env: {
      ...process.env,
      [environment.elasticsearchUsername]: users[part]!.username,
      [environment.elasticsearchPassword]: users[part]!.password,
      [environment.stateDir]: stateDir,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs the command to its end. */
export async function runToEnd(
  args: readonly string[],
  stateDir: string,
  part?: Part
): Promise<{ code: number | null; output: string; errors: string }> {
  const child = startCli(args, stateDir, part);
  const exit = once(child, 'exit') as Promise<[number | null]>;
  const [output, errors, [code]] = await Promise.all([text(child.stdout!), text(child.stderr!), exit]);
  return { code, output, errors };
}
