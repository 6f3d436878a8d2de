import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { environment } from '@spendscope/contracts';
import { sourceFolder } from '../sourceFolder';

/** Starts the `spendscope` command as a process of its own, with the pipeline's rights in the tests' Elasticsearch. */
export function startCli(args: readonly string[], stateDir: string): ChildProcess {
  const users = JSON.parse(process.env.SPENDSCOPE_TEST_ELASTICSEARCH!) as Record<string, Record<string, string>>;
  return spawn(process.execPath, [join(sourceFolder, '..', 'bin', 'spendscope.mjs'), ...args], {
    env: {
      ...process.env,
      [environment.elasticsearchUsername]: users.pipeline!.username,
      [environment.elasticsearchPassword]: users.pipeline!.password,
      [environment.stateDir]: stateDir,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}
