import * as common from '@grafana/grafana-foundation-sdk/common';
import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { driftGroups } from '@spendscope/contracts';
import { dataSources } from '../dataSources';
import { inFolder } from '../folder';
import { counted, countUnit, figure, renamed, rows, trend } from '../panels';
import { aggregate, average, byTime, greatest, terms } from '../query';
import type { Panel } from '../spend/inRow';
import type { World } from '../world';

const { modelMetrics } = dataSources;
const item = modelMetrics.index.fields;
const groups = { size: 50, orderBy: '_term' };

/**
 * From 0.25 on credit scoring calls a population another one (Siddiqi 2006); chance alone gives some hundredths with some
 * hundred customers. A score that is off by a tenth on average misses or adds one in ten of those who are written to.
 */
export const driftLimits = { psi: 0.25, calibration: 0.1 };

/** What the alert rules of models ask, by rule. */
export const modelQuestions = {
  feature: `${item.metric}:psi AND ${item.group}:feature*`,
  score: `${item.metric}:psi AND ${item.group}:score*`,
  calibration: `${item.metric}:calibration_error`,
} as const;

/** Titles of the panels that draw what the rules ask. */
export const modelPanels = {
  feature: 'Which features have moved?',
  score: 'Have the scores moved?',
  calibration: 'Do probabilities come true?',
} as const;

const only = (metric: string, group: string): string => `${item.metric}:${metric} AND ${item.group}:"${group}"`;
const looks = 'Each point is a look of `spendscope monitor-models`.';

/** Whether models still see what they learnt from, and how right they are. */
export function modelsDashboard(world: World): dashboard.DashboardBuilder {
  const board = inFolder(
    {
      title: 'Models',
      uid: 'models',
      description: 'Drift of features and scores, calibration, and what people say of alarms, by model version.',
      reads: 'events',
    },
    world
  )
    .time({ from: 'now-30d', to: 'now' })
    .refresh('5m');
  for (const panel of [...labelFigures(), ...drifts(world), calibration(world), tenths(), farthest()]) {
    board.withPanel(panel);
  }
  return board;
}

function labelFigures(): Panel[] {
  const of = (title: string, how: string, metric: string, unit: string): Panel =>
    figure({
      title,
      how,
      width: 8,
      height: 4,
      unit,
      queries: [
        aggregate(modelMetrics, {
          filter: only(metric, driftGroups.labels),
          metrics: [average(item.value)],
          by: [terms(item.model_version, { size: 1, orderBy: '_term' })],
        }),
      ],
    }).noValue('Nobody has judged an alarm');
  return [
    of('How many alarms were judged?', `Alarms of a version of the detectors that people agreed on. ${looks}`, 'labelled', countUnit), // prettier-ignore
    of('How many of them were right?', 'Share of the judged alarms that people called right: precision.', 'label_precision', 'percentunit'), // prettier-ignore
    of('How long do verdicts take?', 'Median time from the score of an alarm to its first verdict.', 'label_delay_hours', 'h'), // prettier-ignore
  ];
}

function drifts(world: World): Panel[] {
  return (
    [
      ['feature', 'Population stability index of each feature against the rows that the live model learnt from'],
      [
        'score',
        'The same of its probabilities, of all customers and by segment against what the last analysis published',
      ],
    ] as const
  ).map(([question, how]) =>
    limited(
      trend({
        title: modelPanels[question],
        how: `${how}. ${looks} The line at ${driftLimits.psi}: from there on the population is another one.`,
        width: 12,
        height: 9,
        unit: 'none',
        queries: [
          aggregate(modelMetrics, {
            alias: `{{${item.group}}}`,
            filter: modelQuestions[question],
            metrics: [average(item.value)],
            by: [terms(item.group, groups), byTime(item['@timestamp'], 'auto', world.timeZone)],
          }),
        ],
      }),
      driftLimits.psi
    )
  );
}

const calibration = (world: World): Panel =>
  limited(
    trend({
      title: modelPanels.calibration,
      how: `Mean distance between the probability and the share that came true, over tenths of customers. ${looks} The line at ${driftLimits.calibration}: one in ten is then told wrong.`,
      width: 12,
      height: 9,
      unit: 'percentunit',
      queries: [
        aggregate(modelMetrics, {
          alias: `{{${item.model_version}}}`,
          filter: modelQuestions.calibration,
          metrics: [average(item.value)],
          by: [terms(item.model_version, groups), byTime(item['@timestamp'], 'auto', world.timeZone)],
        }),
      ],
    }),
    driftLimits.calibration
  );

const noLook = 'No look in this range: run `spendscope monitor-models`';

const tenths = (): Panel =>
  rows({
    title: 'Which tenths come true?',
    how: 'Mean probability and share that came true, of tenths of customers from the least to the most likely to leave: means over the range.',
    width: 12,
    height: 9,
    queries: [
      aggregate(modelMetrics, {
        filter: `${item.metric}:(expected_rate OR observed_rate)`,
        metrics: [average(item.value)],
        by: [terms(item.group, groups), terms(item.metric, groups)],
      }),
    ],
  })
    .noValue(noLook)
    .transformations([renamed({ [item.group]: 'Tenth', [item.metric]: 'Rate', Average: 'Share' }, [item.group, item.metric, 'Average'])]); // prettier-ignore

const farthest = (): Panel =>
  rows({
    title: 'What has moved farthest?',
    how: 'Largest figure of each feature and segment in the range: PSI over bins, and Kolmogorov and Smirnov’s largest distance of the distributions.',
    width: 24,
    height: 12,
    queries: [
      aggregate(modelMetrics, {
        filter: `${item.metric}:(psi OR ks)`,
        metrics: [greatest(item.value)],
        by: [terms(item.model_version, groups), terms(item.group, groups), terms(item.metric, groups)],
      }),
    ],
  })
    .noValue(noLook)
    .transformations([
      renamed({ [item.model_version]: 'Version', [item.group]: 'Of', [item.metric]: 'Figure', Max: 'Largest' }, [
        item.model_version,
        item.group,
        item.metric,
        'Max',
      ]),
    ])
    .overrides([counted('Largest')]);

/** Draws the limit of a rule as a line. */
const limited = (panel: ReturnType<typeof trend>, value: number): Panel =>
  panel
    .noValue(noLook)
    // Looks are hours or a day apart: a line alone would show nothing of the first.
    .showPoints(common.VisibilityMode.Always)
    .thresholds(
      new dashboard.ThresholdsConfigBuilder().mode(dashboard.ThresholdsMode.Absolute).steps([
        { value: null, color: 'transparent' },
        { value, color: 'orange' },
      ])
    )
    .thresholdsStyle(new common.GraphThresholdsStyleConfigBuilder().mode(common.GraphThresholdsStyleMode.Line));
