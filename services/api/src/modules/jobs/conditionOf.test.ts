import type { JobOccurrence, ScheduledJob } from '@spendscope/contracts';
import { scheduledJobOf } from '@spendscope/testing';
import { conditionOf } from './conditionOf';

const now = new Date('2026-05-01T12:00:00.000Z');
const job = scheduledJobOf({
  known_since: '2026-04-01T00:00:00.000Z',
  next_due: ['2026-05-02T02:00:00.000Z'],
  late_after: '2026-05-02T02:05:00.000Z',
  seen_at: now.toISOString(),
});
const last = (change: Partial<JobOccurrence>): JobOccurrence => ({
  occurrence_id: 'nightly.20260501t020000z',
  job_id: 'nightly',
  due_at: '2026-05-01T02:00:00.000Z',
  trigger: 'schedule',
  state: 'succeeded',
  command: ['analyze'],
  claimed_at: '2026-05-01T02:00:00.000Z',
  claimed_by: 'one',
  host: 'a',
  ...change,
});

it.each([
  ['good', job, last({})],
  ['failed', job, last({ state: 'failed' })],
  ['good', job, last({ state: 'cancelled' })],
  ['running', job, last({ state: 'running' })],
  ['never', job, undefined],
  ['late', { ...job, late_after: '2026-05-01T11:59:59.999Z' }, last({})],
  ['late', { ...job, late_after: '2026-05-01T11:59:59.999Z' }, undefined],
  ['late', job, last({ state: 'queued', claimed_at: '2026-05-01T11:54:59.999Z' })],
  ['good', job, last({ state: 'queued', claimed_at: '2026-05-01T11:55:00.000Z' })],
  ['disabled', { ...job, enabled: false, late_after: '2026-05-01T11:00:00.000Z' }, last({})],
] as const)('is %s', (condition, of, newest) => {
  expect(conditionOf(of as ScheduledJob, newest, now)).toBe(condition);
});
