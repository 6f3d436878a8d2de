import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { sourceFolder } from '../sourceFolder';
import { exampleCronJobs } from './exampleCronJobs';
import { cronJobManifests } from './kubernetes';
import { testJob } from './testJob';

const root = resolve(sourceFolder, '../../..');
const specOf = (change: Parameters<typeof testJob>[0]) => {
  const [document] = parseAllDocuments(cronJobManifests({ version: '1', jobs: [testJob(change)] }, 'spendscope:1.2.3'));
  return (document as { toJS: () => { spec: Record<string, never> } }).toJS().spec;
};

it('is committed as the demo’s jobs make it (npm run generate writes it)', async () => {
  for (const [name, text] of Object.entries(await exampleCronJobs(root))) {
    expect(readFileSync(join(root, 'deploy/kubernetes/cronjobs', name), 'utf8')).toBe(text);
  }
});

it('carries zone, overlap, lateness and time limit over', () => {
  expect(
    specOf({ timeZone: 'Asia/Seoul', overlap: 'cancel', missed: 'run_once', missedWithinSec: 7_200, timeoutSec: 600 })
  ).toMatchObject({
    schedule: '0 * * * *',
    timeZone: 'Asia/Seoul',
    concurrencyPolicy: 'Replace',
    startingDeadlineSeconds: 7_200,
    suspend: false,
    jobTemplate: { spec: { backoffLimit: 0, activeDeadlineSeconds: 660 } },
  });
  expect(specOf({ enabled: false })).toMatchObject({
    suspend: true,
    concurrencyPolicy: 'Forbid',
    startingDeadlineSeconds: 60,
  });
});

it('calls the scheduler’s own command, without a shell, as nobody who could do more', () => {
  expect(specOf({ id: 'nightly' })).toMatchObject({
    jobTemplate: {
      spec: {
        template: {
          spec: {
            automountServiceAccountToken: false,
            securityContext: { runAsNonRoot: true },
            containers: [
              {
                image: 'spendscope:1.2.3',
                command: ['node', 'services/pipeline/bin/spendscope.mjs'],
                args: ['schedule', '--jobs', '/etc/spendscope/jobs.yaml', 'run', 'nightly'],
                securityContext: {
                  readOnlyRootFilesystem: true,
                  allowPrivilegeEscalation: false,
                  capabilities: { drop: ['ALL'] },
                },
              },
            ],
          },
        },
      },
    },
  });
});
