import { stringify } from 'yaml';
import type { Jobs } from './jobsFile';
import type { Job } from './scheduledJob';

const policies = { skip: 'Forbid', queue: 'Forbid', cancel: 'Replace' } as const;
const shortestDeadline = 60;

/** The jobs as Kubernetes CronJobs, one YAML document each; what is not enabled is there, suspended. */
export const cronJobManifests = ({ version, jobs }: Jobs, image: string): string =>
  jobs
    .map((job) => stringify(cronJob(job, version, image), { lineWidth: 0, aliasDuplicateObjects: false }))
    .join('---\n');

function cronJob(job: Job, version: string, image: string): object {
  const labels = {
    'app.kubernetes.io/name': 'spendscope',
    'app.kubernetes.io/component': 'job',
    'spendscope.io/job': job.id,
  };
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: `spendscope-${job.id}`, labels, annotations: { 'spendscope.io/jobs-file-version': version } },
    spec: {
      schedule: job.cron,
      timeZone: job.timeZone,
      concurrencyPolicy: policies[job.overlap],
      startingDeadlineSeconds: job.missed === 'run_once' ? job.missedWithinSec : shortestDeadline,
      suspend: !job.enabled,
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 3,
      jobTemplate: {
        spec: {
          backoffLimit: 0,
          activeDeadlineSeconds: job.timeoutSec + shortestDeadline,
          template: { metadata: { labels }, spec: podOf(job, image) },
        },
      },
    },
  };
}

const podOf = (job: Job, image: string): object => ({
  restartPolicy: 'Never',
  automountServiceAccountToken: false,
  securityContext: {
    runAsNonRoot: true,
    runAsUser: 1000,
    runAsGroup: 1000,
    fsGroup: 1000,
    seccompProfile: { type: 'RuntimeDefault' },
  },
  containers: [
    {
      name: 'job',
      image,
      command: ['node', 'services/pipeline/bin/spendscope.mjs'],
      args: ['schedule', '--jobs', '/etc/spendscope/jobs.yaml', 'run', job.id],
      envFrom: [{ secretRef: { name: 'spendscope-pipeline' } }],
      env: [{ name: 'SPENDSCOPE_STATE_DIR', value: '/var/lib/spendscope' }],
      securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      },
      resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: '4Gi' } },
      volumeMounts: [
        { name: 'state', mountPath: '/var/lib/spendscope' },
        { name: 'jobs', mountPath: '/etc/spendscope', readOnly: true },
        { name: 'temporary', mountPath: '/tmp' },
      ],
    },
  ],
  volumes: [
    { name: 'state', persistentVolumeClaim: { claimName: 'spendscope-pipeline-state' } },
    { name: 'jobs', configMap: { name: 'spendscope-jobs' } },
    { name: 'temporary', emptyDir: {} },
  ],
});
