import type { Examples } from './example';
import { at, later, run } from './things';

const occurrence = {
  occurrence_id: 'nightly-analyze.20261124t090000z',
  job_id: 'nightly-analyze',
  due_at: at,
  trigger: 'schedule',
  state: 'succeeded',
  command: ['analyze'],
  claimed_at: at,
  claimed_by: '1f0c6a52-6f64-4b3e-9a38-0f6f2d6c1c55',
  host: 'jobs-1',
  started_at: at,
  ended_at: later,
  seconds: 3_600,
  late_sec: 0,
  exit_code: 0,
  run_id: run,
};

export const jobs: Examples = {
  'GET /v1/jobs': {
    answer: {
      items: [
        {
          job: {
            job_id: 'nightly-analyze',
            title: 'Segments, churn and anomalies anew',
            command: ['analyze'],
            cron: '0 18 * * *',
            time_zone: 'Asia/Seoul',
            overlap: 'skip',
            missed: 'run_once',
            missed_within_sec: 7_200,
            jitter_sec: 0,
            timeout_sec: 21_600,
            late_after_sec: 300,
            enabled: true,
            file_version: '1',
            known_since: at,
            next_due: ['2026-11-25T09:00:00.000Z'],
            late_after: '2026-11-25T09:05:00.000Z',
            seen_at: later,
          },
          condition: 'good',
          last: occurrence,
          history: [occurrence],
        },
      ],
      schedulerSeenAt: later,
      schedulerAway: false,
    },
  },
  'GET /v1/occurrences': { answer: { items: [occurrence], total: 1 } },
  'GET /v1/occurrences/{id}': {
    answer: {
      occurrence,
      lines: [
        {
          '@timestamp': at,
          component: 'job',
          level: 'info',
          message: 'features: 4.2 s',
          occurrence_id: occurrence.occurrence_id,
        },
      ],
      totalLines: 1,
    },
  },
  'POST /v1/runs': { body: { job: 'nightly-analyze', reason: 'The rates of today came in late.' } },
  'POST /v1/runs/{id}/cancellations': { body: { reason: 'It reads the wrong month.' } },
};
