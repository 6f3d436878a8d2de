import { spendscopeArguments } from '../../data/runDataCommand';
import { jobsFileOf } from '../../start/schedulerService';
import { type Check, fail, ok } from '../check';

const timeoutMs = 60_000;
const wrongUse = 2;

/** Whether the scheduler would take the jobs file in force: it is the scheduler that reads it, so that nothing is judged twice. */
export const checkJobs: Check = async ({ run, paths, env }) => {
  const file = jobsFileOf(paths, env);
  const args = spendscopeArguments(['schedule', 'check', file]);
  const { code, stdout, stderr } = await run(process.execPath, args, { cwd: paths.root, timeoutMs });
  if (code === 0) {
    return [ok('Jobs', stdout.trim())];
  }
  const [error = '', fix = ''] = stderr.trim().split('\n');
  return code === wrongUse || error.startsWith('Error: ')
    ? [fail('Jobs', error.replace(/^Error: /, ''), fix.replace(/^Fix: /, '') || 'Mend the file.')]
    : [];
};
