import { parseJobsFile } from './jobsFile';

const fileOf = (job: string): string => `version: "7"
timeZone: Asia/Seoul
jobs:
  - id: nightly
    command: [analyze]
    cron: "30 2 * * *"
${job.replace(/^/gm, '    ')}`;

const fault = async (text: string): Promise<{ message: string; fix?: string; exitCode?: number }> => {
  const error: unknown = await parseJobsFile(text, 'jobs.yaml').then(
    () => undefined,
    (thrown: unknown) => thrown
  );
  return error as Error & { fix?: string };
};

it('fills in what a job does not say', async () => {
  expect(await parseJobsFile(fileOf('overlap: queue'), 'jobs.yaml')).toEqual({
    version: '7',
    jobs: [
      {
        id: 'nightly',
        command: ['analyze'],
        cron: '30 2 * * *',
        timeZone: 'Asia/Seoul',
        overlap: 'queue',
        missed: 'skip',
        missedWithinSec: 3_600,
        jitterSec: 0,
        timeoutSec: 21_600,
        lateAfterSec: 300,
        enabled: true,
      },
    ],
  });
});

it.each([
  ['an unknown field', fileOf('jiterSec: 5'), 'jobs.yaml, line 7: /jobs/0/jiterSec is no field of a jobs file.'],
  ['a rule that is none', fileOf('overlap: run'), /line 7: \/jobs\/0\/overlap /],
  ['no YAML', 'version: "7"\njobs: [', /line \d: not YAML/],
  [
    'a zone that is none',
    fileOf('timeZone: Asia/Soeul'),
    'jobs.yaml, line 7: /jobs/0/timeZone "Asia/Soeul" is no time zone.',
  ],
  [
    'a schedule that never comes',
    fileOf('enabled: true').replace('30 2 * * *', '0 0 31 2 *'),
    'jobs.yaml, line 6: /jobs/0/cron "0 0 31 2 *" never comes.',
  ],
  [
    'seconds in the schedule',
    fileOf('enabled: true').replace('30 2 * * *', '*/5 30 2 * * *'),
    /line 6: \/jobs\/0\/cron /,
  ],
  [
    'a command that is not for jobs',
    fileOf('enabled: true').replace('[analyze]', '[watch, --feed, card]'),
    /line 5: \/jobs\/0\/command "watch --feed" is no command for jobs\. Use one of: ingest, analyze,/,
  ],
  [
    'an option that the command does not know',
    fileOf('enabled: true').replace('[analyze]', '[analyze, --cluster, "6"]'),
    /\/jobs\/0\/command unknown option '--cluster'/,
  ],
  [
    'a value that the command refuses',
    fileOf('enabled: true').replace('[analyze]', '[analyze, --clusters, "99"]'),
    /--clusters <k>.* argument '99' is invalid/,
  ],
  [
    'another state folder',
    fileOf('enabled: true').replace('[analyze]', '[analyze, --state-dir, /tmp]'),
    /\/jobs\/0\/command (unknown option '--state-dir'|--state-dir is the scheduler)/,
  ],
])('refuses %s, naming line, field and fix', async (_name, text, message) => {
  const error = await fault(text);
  expect(error.message).toMatch(message);
  expect([error.fix, error.exitCode]).toEqual([expect.stringMatching(/./), 2]);
});

it('takes what a shell would read as data: there is no shell', async () => {
  const text = fileOf('enabled: true').replace('[analyze]', '[report, --out, "x.html; rm -rf $HOME"]');
  expect((await parseJobsFile(text, 'jobs.yaml')).jobs[0]!.command).toEqual([
    'report',
    '--out',
    'x.html; rm -rf $HOME',
  ]);
});

it('refuses an id that is there twice', async () => {
  const twice = `${fileOf('enabled: true')}
  - { id: nightly, command: [doctor], cron: "0 * * * *" }`;
  expect((await fault(twice)).message).toBe('jobs.yaml, line 8: /jobs/1/id "nightly" is there twice.');
});
