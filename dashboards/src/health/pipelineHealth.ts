import * as common from '@grafana/grafana-foundation-sdk/common';
import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { asMoments, moments, narrow, sentences } from '../columns';
import { dataSources } from '../dataSources';
import { inFolder } from '../folder';
import { counted, countUnit, figure, inWords, only, renamed, rows, trend } from '../panels';
import { aggregate, average, byTime, count, documents, least, sum, terms } from '../query';
import type { Panel } from '../spend/inRow';
import type { World } from '../world';

const { runs, logs, hostSamples, jobs, jobOccurrences } = dataSources;
const run = runs.index.fields;
const log = logs.index.fields;
const job = jobs.index.fields;
const occurrence = jobOccurrences.index.fields;
const sample = hostSamples.index.fields;
const all = { size: 20, orderBy: '_count' };

/** From these shares on a machine is slow, or about to stop: the disk’s are where Elasticsearch stops to place and to write. */
const limits = { cpu: 0.9, memory: 0.9, disk: 0.85 };

/** What the alert rules of the pipeline ask, by rule. */
export const pipelineQuestions = {
  failed: `${run.status}:failed`,
  // A killed program leaves its run as it was; the live feed never ends by itself.
  late: `${run.status}:running AND NOT ${run.kind}:watch AND ${run.started_at}:[* TO now-6h]`,
  // Its time field is when the next start counts as late: what lies in the past was not claimed by any scheduler.
  jobLate: `${job.enabled}:true`,
  jobFailed: `${occurrence.state}:failed`,
} as const;

/** Titles of the panels that draw what the rules ask. */
export const pipelinePanels = {
  failed: 'How many runs failed?',
  late: 'How many run now?',
  read: 'How much was read?',
  jobLate: 'Which scheduled jobs were not started?',
  jobFailed: 'Which scheduled jobs failed?',
} as const;

/** Whether the pipeline runs, what it reads and refuses, what the components say, and how busy their machine is. */
export function pipelineHealth(world: World): dashboard.DashboardBuilder {
  const board = inFolder(
    {
      title: 'Pipeline and system health',
      uid: 'pipeline-health',
      description: 'Whether jobs ran and what they read, what components log, and how busy the machine is.',
      reads: 'events',
    },
    world
  )
    .time({ from: 'now-6h', to: 'now' })
    .refresh('30s');
  for (const panel of [
    ...runFigures(),
    ...jobFigures(),
    ...machine(world),
    runsTable(),
    ingested(world),
    levels(world),
    lines(),
  ]) {
    board.withPanel(panel);
  }
  return board;
}

function runFigures(): Panel[] {
  const counting = (title: string, how: string, filter: string): Panel =>
    figure({
      title,
      how,
      width: 6,
      height: 4,
      unit: countUnit,
      queries: [aggregate(runs, { filter, metrics: [count], by: [terms(run.status, { size: 1, orderBy: '_count' })] })],
    }).noValue('0');
  return [
    counting(pipelinePanels.failed, 'Runs begun in the range that ended with an error; their text is in the table below.', pipelineQuestions.failed), // prettier-ignore
    counting(pipelinePanels.late, 'Runs begun in the range that have not ended; the live feed is one.', `${run.status}:running`), // prettier-ignore
    figure({
      title: 'How many rows were refused?',
      how: 'Rows in quarantine of the ingests begun in the range, each kept with its reason.',
      width: 6,
      height: 4,
      unit: countUnit,
      queries: [aggregate(runs, { filter: `${run.kind}:ingest`, metrics: [sum(run.rejected)], by: [terms(run.kind, { size: 1, orderBy: '_count' })] })], // prettier-ignore
    }).noValue('0'),
    figure({
      title: 'How much can still be written?',
      how: 'Least free space on the disk of the state folder in the range.',
      width: 6,
      height: 4,
      unit: 'bytes',
      queries: [aggregate(hostSamples, { metrics: [least(sample.disk_free_bytes)], by: [terms(sample.host, { size: 1, orderBy: '_count' })] })], // prettier-ignore
    }).noValue('No samples: `spendscope monitor` does not run'),
  ];
}

/** Scheduled jobs that need somebody. */
function jobFigures(): Panel[] {
  const none = (title: string): string => `${title}: none`;
  return [
    figure({
      title: pipelinePanels.jobLate,
      how: 'Jobs whose time to start passed in the range without any scheduler having claimed it, tolerance included.',
      width: 12,
      height: 4,
      unit: countUnit,
      queries: [aggregate(jobs, { filter: pipelineQuestions.jobLate, metrics: [count], by: [terms(job.job_id, all)] })],
    }).noValue(none('Late')),
    figure({
      title: pipelinePanels.jobFailed,
      how: 'Runs of scheduled jobs in the range that failed, took too long or were lost; the page Jobs shows what they said.',
      width: 12,
      height: 4,
      unit: countUnit,
      queries: [aggregate(jobOccurrences, { filter: pipelineQuestions.jobFailed, metrics: [count], by: [terms(occurrence.job_id, all)] })], // prettier-ignore
    }).noValue(none('Failed')),
  ];
}

/** CPU, memory and disk of the machine. */
function machine(world: World): Panel[] {
  const parts = [
    { title: 'Is the processor busy?', field: sample.cpu, limit: limits.cpu, how: 'Share of all cores that worked between two samples' }, // prettier-ignore
    { title: 'Is the memory full?', field: sample.memory, limit: limits.memory, how: 'Share of the memory in use, caches not counted' }, // prettier-ignore
    {
      title: 'Is the disk full?',
      field: sample.disk,
      limit: limits.disk,
      how: 'Share of the state folder’s disk in use',
    },
  ];
  const reasons: Record<string, string> = {
    [sample.cpu]: 'from there on scoring falls behind the feed',
    [sample.memory]: 'from there on Linux ends programs',
    [sample.disk]: 'there Elasticsearch stops to place new indices',
  };
  return parts.map(({ title, field, limit, how }) =>
    trend({
      title,
      how: `${how}, mean of each step, sampled every 15 s by \`spendscope monitor\`. The line at ${limit * 100} %: ${reasons[field]}.`,
      width: 8,
      height: 8,
      unit: 'percentunit',
      queries: [
        aggregate(hostSamples, {
          alias: `{{${sample.host}}}`,
          metrics: [average(field)],
          by: [terms(sample.host, all), byTime(sample['@timestamp'], 'auto', world.timeZone)],
        }),
      ],
    })
      .max(1)
      .noValue('No samples: `spendscope monitor` does not run')
      .interval('30s')
      .spanNulls(true)
      // The first samples are too few for a line.
      .showPoints(common.VisibilityMode.Auto)
      .thresholds(
        new dashboard.ThresholdsConfigBuilder().mode(dashboard.ThresholdsMode.Absolute).steps([
          { value: null, color: 'transparent' },
          { value: limit, color: 'red' },
        ])
      )
      .thresholdsStyle(new common.GraphThresholdsStyleConfigBuilder().mode(common.GraphThresholdsStyleMode.Dashed))
  );
}

function runsTable(): Panel {
  const columns = {
    [run.started_at]: 'Begun',
    [run.kind]: 'Job',
    [run.status]: 'State',
    [run.ended_at]: 'Ended',
    [run.world]: 'Data',
    [run.read]: 'Read',
    [run.written]: 'Written',
    [run.rejected]: 'Refused',
    [run.error]: 'Error',
  };
  return rows({
    title: 'What ran?',
    how: 'The newest 100 runs begun in the range: what each read, wrote and refused, and why it failed.',
    width: 24,
    height: 9,
    queries: [documents(runs, { size: 100 })],
  })
    .noValue('Nothing ran in this range')
    .transformations([asMoments(run.ended_at), only(Object.keys(columns)), renamed(columns, Object.keys(columns))])
    .overrides([
      inWords('State', {
        running: '… running',
        succeeded: '✓ succeeded',
        failed: '✗ failed',
        cancelled: '– cancelled',
      }),
      ...moments(['Begun', 'Ended']),
      ...['Read', 'Written', 'Refused'].map(counted),
      ...narrow(['Job', 'State', 'Data', 'Read', 'Written', 'Refused'], 105),
      sentences('Error', 200),
    ]);
}

const ingested = (world: World): Panel =>
  trend({
    title: pipelinePanels.read,
    how: 'Rows read by the runs begun in each hour, by job; a live feed counts when it ends.',
    width: 12,
    height: 9,
    unit: countUnit,
    queries: [
      aggregate(runs, {
        filter: `${run.kind}:(ingest OR analyze)`,
        alias: `{{${run.kind}}}`,
        metrics: [sum(run.read)],
        by: [terms(run.kind, all), byTime(run.started_at, '1h', world.timeZone)],
      }),
    ],
  }).noValue('No ingest and no analysis in this range');

const levels = (world: World): Panel =>
  trend({
    title: 'Who complains?',
    how: 'Lines of the components’ logs at each level, per step; warnings and errors first. Elasticsearch’s own log is not stored in itself.',
    width: 12,
    height: 9,
    unit: countUnit,
    queries: [
      aggregate(logs, {
        alias: `{{${log.component}}} {{${log.level}}}`,
        metrics: [count],
        by: [terms(log.component, all), terms(log.level, all), byTime(log['@timestamp'], 'auto', world.timeZone)],
      }),
    ],
  })
    .interval('1m')
    .noValue('No log lines: `spendscope monitor` does not run, or nothing was logged');

function lines(): Panel {
  const columns = { [log['@timestamp']]: 'When', [log.component]: 'Component', [log.level]: 'Level', [log.message]: 'Message' }; // prettier-ignore
  return rows({
    title: 'What do the components say?',
    how: 'The newest 200 log lines in the range, as `spendscope monitor` read them.',
    width: 24,
    height: 11,
    queries: [documents(logs, { size: 200 })],
  })
    .noValue('No log lines: `spendscope monitor` does not run, or nothing was logged')
    .transformations([only(Object.keys(columns)), renamed(columns, Object.keys(columns))])
    .overrides([
      ...moments(['When']),
      ...narrow(['Component', 'Level'], 100),
      inWords('Level', { error: '✗ error', fatal: '✗ fatal', warn: '! warning', info: 'info' }),
      sentences('Message'),
    ]);
}
