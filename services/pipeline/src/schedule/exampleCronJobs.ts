import { join } from 'node:path';
import { readJobsFile } from './jobsFile';
import { cronJobManifests } from './kubernetes';

/** The demo's jobs as CronJobs, as deploy/kubernetes/cronjobs shows them: made by `npm run generate`, never by hand. */
export const exampleCronJobs = async (root: string): Promise<Record<string, string>> => ({
  'demo.yaml': `# Made from deploy/jobs/demo.yaml by "npm run generate"; for your own: spendscope schedule export --kubernetes\n${cronJobManifests(await readJobsFile(join(root, 'deploy', 'jobs', 'demo.yaml')), 'spendscope:latest')}`,
});
