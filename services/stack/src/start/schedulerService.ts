import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from '@spendscope/contracts';
import { spendscopeArguments } from '../data/runDataCommand';
import type { ElasticsearchAccess } from '../elasticsearch/access';
import type { StackPaths } from '../paths';
import type { ServiceSpec } from '../supervisor/startService';
import { pipelineEnvironment } from './loadData';

/** The jobs file in force: SPENDSCOPE_JOBS_FILE, else `jobs.yaml` in the state folder, else the demo's. */
export function jobsFileOf({ root, state }: StackPaths, env: NodeJS.ProcessEnv = process.env): string {
  const own = join(state, 'jobs.yaml');
  return env[environment.jobsFile] || (existsSync(own) ? own : join(root, 'deploy', 'jobs', 'demo.yaml'));
}

/** Starts jobs when they are due, as the pipeline's user. */
export const schedulerService = (paths: StackPaths, access: ElasticsearchAccess): ServiceSpec => ({
  name: 'scheduler',
  command: process.execPath,
  args: spendscopeArguments(['schedule', '--jobs', jobsFileOf(paths)]),
  cwd: paths.root,
  env: pipelineEnvironment(paths, access),
  logFile: join(paths.logs, 'scheduler.log'),
});
