import { join, resolve } from 'node:path';
import { environment } from '@spendscope/contracts';

/** The jobs file: SPENDSCOPE_JOBS_FILE, else `jobs.yaml` in the state folder. */
export const jobsFilePath = (stateDir?: string, env: NodeJS.ProcessEnv = process.env): string =>
  env[environment.jobsFile] ?? join(resolve(stateDir ?? env[environment.stateDir] ?? '.spendscope'), 'jobs.yaml');
