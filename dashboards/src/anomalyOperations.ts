import * as common from '@grafana/grafana-foundation-sdk/common';
import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import * as geomap from '@grafana/grafana-foundation-sdk/geomap';
import { anomalyThreshold } from '@spendscope/contracts';
import { dataSources } from './dataSources';
import { luceneOf, termsVariable } from './filters';
import { inFolder } from './folder';
import { panelIds } from './panelIds';
import { figure, own, renamed, rows, trend } from './panels';
import { aggregate, average, byTime, count, distinct, documents, geohash, terms } from './query';
import { type World, moneyUnit } from './world';

const source = dataSources.anomalies;
const field = source.index.fields;
const interventions = dataSources.interventions;
const act = interventions.index.fields;

const filters = [
  { name: 'model', label: 'Model', field: field.model },
  { name: 'country', label: 'Country', field: field.country },
  { name: 'category_large', label: 'Category', field: field.category_large },
];
const threshold = new dashboard.CustomVariableBuilder('threshold')
  .label('Score from')
  .values('0.5,0.6,0.7,0.8,0.9,0.95')
  .current({ selected: true, text: String(anomalyThreshold), value: String(anomalyThreshold) });
const customer = new dashboard.TextBoxVariableBuilder('user').label('Customer').defaultValue('*');

const scope = `${luceneOf(filters)} AND ${field.user_id}:\${user:raw}`;
const severe = `${scope} AND ${field.anomalyScore}:>=\${threshold:raw}`;
const overall = terms(field.entity_type, { size: 1, orderBy: '_count' });

/** The panel that draws what the alert rule asks; alerts link to it. */
export const alertedPanel = 'Is it getting worse?';

export function anomalyOperations(world: World): dashboard.DashboardBuilder {
  const money = moneyUnit(world);
  const board = inFolder(
    'Anomaly operations',
    'anomaly-operations',
    'Which accounts act strangely now, why, and what was done about it.',
    world
  )
    .withVariable(threshold)
    .withVariable(customer);
  if (world.live) {
    board.time({ from: 'now-6h', to: 'now' }).refresh('10s');
  }
  for (const definition of filters) {
    board.withVariable(termsVariable(definition, source));
  }

  board
    .withPanel(
      figure({
        title: 'How many stand out?',
        how: 'Scored transactions in the range with a score at or above the chosen one.',
        width: 6,
        height: 4,
        unit: 'short',
        queries: [aggregate(source, { filter: severe, metrics: [count], by: [overall] })],
      })
    )
    .withPanel(
      figure({
        title: 'How many customers are hit?',
        how: 'Distinct customers among them.',
        width: 6,
        height: 4,
        unit: 'short',
        queries: [aggregate(source, { filter: severe, metrics: [distinct(field.user_id)], by: [overall] })],
      })
    )
    .withPanel(
      figure({
        title: 'How severe is what looked suspicious?',
        how: `Average score of everything stored (0.5 and above) in the range. The alert asks the same of the last 5 minutes and fires above ${anomalyThreshold}.`,
        width: 6,
        height: 4,
        unit: 'none',
        queries: [aggregate(source, { filter: scope, metrics: [average(field.anomalyScore)], by: [overall] })],
      }).decimals(2)
    )
    .withPanel(
      figure({
        title: 'How many acts are in force?',
        how: 'Interventions requested in the range that are still active.',
        width: 6,
        height: 4,
        unit: 'short',
        queries: [
          aggregate(interventions, {
            filter: `${act.state}:active`,
            metrics: [count],
            by: [terms(act.state, { size: 1, orderBy: '_count' })],
          }),
        ],
      }).noValue('0')
    )
    .withPanel(
      own(
        panelIds.anomalyTable,
        {
          title: 'Which accounts need a decision?',
          how: 'The newest 500 scored transactions at or above the chosen score. Buttons appear for what you may do; every act is recorded.',
          width: 24,
          height: 15,
          queries: [documents(source, { filter: severe, size: 500 })],
        },
        {}
      )
    )
    .withPanel(
      new geomap.PanelBuilder()
        .title('Where do they come from?')
        .description(
          'Scored transactions per geohash cell of the place that the card or the network address points to.'
        )
        .span(10)
        .height(11)
        .targets([aggregate(source, { filter: severe, metrics: [count], by: [geohash(field.geo, 3)] })])
        .view(new geomap.MapViewConfigBuilder().id('coords').lat(25).lon(80).zoom(1.4).allLayers(true))
        // Grafana's own outlines of countries: no tile server is asked, so the map draws without a network.
        .basemap(
          new common.MapLayerOptionsBuilder()
            .type('geojson')
            .name('Countries')
            .config({
              src: 'public/maps/countries.geojson',
              rules: [],
              style: { color: { fixed: 'text' }, opacity: 0.2, size: { fixed: 1 } },
            })
        )
        .layers([
          new common.MapLayerOptionsBuilder()
            .type('markers')
            .name('Anomalies')
            .tooltip(true)
            .location(
              new common.FrameGeometrySourceBuilder().mode(common.FrameGeometrySourceMode.Geohash).geohash(field.geo)
            )
            .config({
              showLegend: false,
              style: {
                color: { fixed: 'red' },
                opacity: 0.6,
                size: { field: 'Count', min: 4, max: 20, fixed: 6 },
                symbol: { mode: 'fixed', fixed: 'img/icons/marker/circle.svg' },
              },
            }),
        ])
    )
    .withPanel(
      trend({
        title: alertedPanel,
        how: `Average score of everything stored (0.5 and above), per 5 minutes or as many as the range needs; the line at ${anomalyThreshold} is where the alertfires.`,
        width: 14,
        height: 11,
        unit: 'none',
        queries: [
          aggregate(source, {
            filter: scope,
            alias: 'average score',
            metrics: [average(field.anomalyScore)],
            by: [byTime(field.timestamp, 'auto', world.timeZone)],
          }),
        ],
      })
        .min(0.5)
        .max(1)
        .thresholds(
          new dashboard.ThresholdsConfigBuilder().mode(dashboard.ThresholdsMode.Absolute).steps([
            { value: null, color: 'transparent' },
            { value: anomalyThreshold, color: 'red' },
          ])
        )
        // No finer than what the alert asks for; a long range takes wider steps, which the server can count.
        .interval('5m')
        .thresholdsStyle(new common.GraphThresholdsStyleConfigBuilder().mode(common.GraphThresholdsStyleMode.Dashed))
    )
    .withPanel(
      rows({
        title: 'Why do they stand out?',
        how: 'Reason codes of the three features that moved each score most; one transaction can count under several.',
        width: 10,
        height: 9,
        queries: [
          aggregate(source, {
            filter: severe,
            metrics: [count, average(field.anomalyScore), average(field.amount)],
            by: [terms(field.reasons, { size: 20, orderBy: '_count' })],
          }),
        ],
      })
        .transformations([
          renamed({
            [field.reasons]: 'Reason',
            Count: 'Transactions',
            [`Average ${field.anomalyScore}`]: 'Mean score',
            [`Average ${field.amount}`]: 'Mean amount',
          }),
        ])
        .overrides([
          { matcher: { id: 'byName', options: 'Mean amount' }, properties: [{ id: 'unit', value: money }] },
          { matcher: { id: 'byName', options: 'Mean score' }, properties: [{ id: 'decimals', value: 2 }] },
        ])
    )
    .withPanel(
      rows({
        title: 'What was done?',
        how: 'The newest 100 interventions in the range, with their state. The audit page of the app holds the whole record.',
        width: 14,
        height: 9,
        queries: [documents(interventions, { size: 100 })],
      }).transformations([
        {
          id: 'filterFieldsByName',
          options: {
            include: {
              names: [
                act.requested_at,
                act.action,
                act.target.id,
                act.state,
                act.reason_code,
                act.requested_by.login,
                act.expires_at,
              ],
            },
          },
        },
        renamed(
          {
            [act.requested_at]: 'When',
            [act.action]: 'Action',
            [act.target.id]: 'Target',
            [act.state]: 'State',
            [act.reason_code]: 'Reason',
            [act.requested_by.login]: 'By',
            [act.expires_at]: 'Ends',
          },
          [
            act.requested_at,
            act.action,
            act.target.id,
            act.state,
            act.reason_code,
            act.requested_by.login,
            act.expires_at,
          ]
        ),
      ])
    );
  return board;
}
