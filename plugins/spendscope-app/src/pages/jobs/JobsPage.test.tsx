import type { JobEntry, JobList, JobOccurrence, OccurrenceReport } from '@spendscope/contracts';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { ApiFailure, type Handler, fakeApi } from '../../testing/fakeApi';
import { giveLayout } from '../../testing/giveLayout';
import { JobsPage } from './JobsPage';

beforeAll(giveLayout);

const run = (change: Partial<JobOccurrence> = {}): JobOccurrence => ({
  occurrence_id: 'nightly.20260501t020000z',
  job_id: 'nightly',
  due_at: '2026-05-01T02:00:00.000Z',
  trigger: 'schedule',
  state: 'failed',
  reason: 'exit_code',
  exit_code: 1,
  error: 'The disk is full.',
  command: ['analyze'],
  claimed_at: '2026-05-01T02:00:00.000Z',
  claimed_by: 'one',
  host: 'a',
  ended_at: '2026-05-01T02:01:05.000Z',
  seconds: 65,
  ...change,
});
const entry = (change: Partial<JobEntry> = {}): JobEntry => ({
  job: {
    job_id: 'nightly',
    title: 'Everything anew',
    command: ['analyze'],
    cron: '0 11 * * *',
    time_zone: 'Asia/Seoul',
    overlap: 'skip',
    missed: 'skip',
    missed_within_sec: 3_600,
    jitter_sec: 0,
    timeout_sec: 3_600,
    late_after_sec: 300,
    enabled: true,
    file_version: '1',
    known_since: '2026-04-01T00:00:00.000Z',
    next_due: ['2026-05-02T02:00:00.000Z'],
    late_after: '2026-05-02T02:05:00.000Z',
    seen_at: '2026-05-01T12:00:00.000Z',
  },
  condition: 'failed',
  last: run(),
  history: [run()],
  ...change,
});
const list = (...items: JobEntry[]): JobList => ({ items, schedulerSeenAt: '2026-05-01T12:00:00.000Z', schedulerAway: false }); // prettier-ignore
const actions = (...rights: string[]) => ({
  actions: [],
  reasonCodes: [],
  mode: 'enforce',
  caller: { login: 'lee', role: 'Editor', rights: ['data:read', ...rights] },
});

function show(handlers: Record<string, Handler> = {}, rights = ['models:operate'], search = '') {
  const api = fakeApi({
    'GET jobs': () => list(entry()),
    'GET occurrences': () => ({ items: [run()], total: 1 }),
    'GET actions': () => actions(...rights),
    ...handlers,
  });
  render(
    <MemoryRouter initialEntries={[`/jobs${search}`]}>
      <JobsPage />
    </MemoryRouter>
  );
  return api;
}
const jobTable = async () => within(await screen.findByRole('table', { name: 'Jobs' }));

it('shows how a job stands, its next time in its own zone too, and how long it took', async () => {
  show();
  const table = await jobTable();
  const row = table.getAllByRole('row')[1]!;
  expect(row).toHaveTextContent(
    /nightly.*Everything anew.*analyze.*Last run failed.*05-02 11:00 Asia\/Seoul.*0 11 \* \* \*/
  );
  expect(within(row).getByRole('img', { name: /1 failed, the longest took 1 min 5 s/ })).toBeInTheDocument();
  expect(await screen.findByText(/exit code 1/)).toBeInTheDocument();
});

it('runs a job for a reason, once', async () => {
  const api = show({
    'POST runs': () => ({ occurrenceId: 'nightly.asked-0011223344556677', at: '2026-05-01T12:00:00.000Z' }),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Run nightly now' }));
  await userEvent.click(screen.getByRole('button', { name: 'Run it' }));
  expect(api.callsOf('POST runs')).toEqual([]);
  await userEvent.type(screen.getByRole('textbox', { name: /Why/ }), 'Late data');
  await userEvent.click(screen.getByRole('button', { name: 'Run it' }));
  await waitFor(() => expect(api.callsOf('POST runs')[0]?.data).toEqual({ job: 'nightly', reason: 'Late data' }));
  expect(await screen.findByText(/nightly is asked for/)).toBeInTheDocument();
});

it('says why a job cannot be started, and keeps the dialog', async () => {
  show({
    'POST runs': () => {
      throw new ApiFailure(409, { code: 'scheduler_away', detail: 'No scheduler was heard of for two minutes.' });
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Run nightly now' }));
  await userEvent.type(screen.getByRole('textbox', { name: /Why/ }), 'Late data');
  await userEvent.click(screen.getByRole('button', { name: 'Run it' }));
  expect(await screen.findByText(/No scheduler was heard of for two minutes/)).toBeInTheDocument();
});

it('cancels what runs', async () => {
  const running = run({ state: 'running', reason: undefined, ended_at: undefined, seconds: undefined });
  const route = `POST runs/${running.occurrence_id}/cancellations`;
  const api = show({
    'GET jobs': () => list(entry({ condition: 'running', last: running })),
    [route]: () => ({ occurrenceId: running.occurrence_id, at: '2026-05-01T12:00:00.000Z' }),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Cancel the run of nightly' }));
  await userEvent.type(screen.getByRole('textbox', { name: /Why/ }), 'Wrong month');
  await userEvent.click(screen.getByRole('button', { name: 'End the run' }));
  await waitFor(() => expect(api.callsOf(route)[0]?.data).toEqual({ reason: 'Wrong month' }));
});

it('offers nothing to who may only read', async () => {
  show({}, []);
  await jobTable();
  expect(await screen.findByText(/View only/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Run nightly now' })).not.toBeInTheDocument();
});

it('opens a run by its address, with what it said', async () => {
  const report: OccurrenceReport = {
    occurrence: run(),
    lines: [
      {
        '@timestamp': '2026-05-01T02:00:01.000Z',
        component: 'job',
        level: 'error',
        message: 'Error: The disk is full.',
      },
    ],
    totalLines: 1,
  };
  show({ 'GET occurrences/nightly.20260501t020000z': () => report }, [], '?run=nightly.20260501t020000z');
  expect(await screen.findByRole('heading', { name: 'Run nightly.20260501t020000z' })).toBeInTheDocument();
  expect(within(await screen.findByRole('log')).getByText(/Error: The disk is full/)).toBeInTheDocument();
});

it('says where no scheduler is, and where there is no job', async () => {
  show({ 'GET jobs': () => ({ items: [], schedulerAway: true }), 'GET occurrences': () => ({ items: [], total: 0 }) });
  expect(await screen.findByText(/No scheduler was heard of/)).toBeInTheDocument();
  expect(screen.getByText(/No scheduler has shown a job yet/)).toBeInTheDocument();
  expect(await screen.findByText('Nothing was due yet.')).toBeInTheDocument();
});
