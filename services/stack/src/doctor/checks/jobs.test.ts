import { testContext } from '../testContext';
import { checkJobs } from './jobs';

const answering = (code: number, stdout: string, stderr = '') => {
  const run = jest.fn(async () => ({ code, stdout, stderr }));
  return { run, context: testContext({ run, env: { SPENDSCOPE_JOBS_FILE: '/etc/jobs.yaml' } }) };
};

it('asks the scheduler about the file in force', async () => {
  const { run, context } = answering(0, '/etc/jobs.yaml: version 1, 3 jobs. The scheduler would take it.\n');
  expect(await checkJobs(context)).toEqual([
    { level: 'ok', what: 'Jobs', saw: '/etc/jobs.yaml: version 1, 3 jobs. The scheduler would take it.' },
  ]);
  expect(run).toHaveBeenCalledWith(
    process.execPath,
    ['services/pipeline/bin/spendscope.mjs', 'schedule', 'check', '/etc/jobs.yaml'],
    expect.objectContaining({ cwd: '/clone' })
  );
});

it('says what is wrong and how to mend it', async () => {
  const { context } = answering(
    2,
    '',
    'Error: /etc/jobs.yaml, line 3: /jobs/0/cron "x" is none.\nFix: Give five fields.\n'
  );
  expect(await checkJobs(context)).toEqual([
    { level: 'fail', what: 'Jobs', saw: '/etc/jobs.yaml, line 3: /jobs/0/cron "x" is none.', fix: 'Give five fields.' },
  ]);
});

it('says nothing where the command cannot be run here: other lines say why', async () => {
  expect(await checkJobs(answering(127, '').context)).toEqual([]);
});
