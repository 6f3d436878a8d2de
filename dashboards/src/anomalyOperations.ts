import * as common from '@grafana/grafana-foundation-sdk/common';
import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { anomalyThreshold } from '@spendscope/contracts';
import { actMarks, actsDone, actsElsewhere, actsInForce } from './actPanels';
import { alarming, notSuppressed } from './alarming';
import { dataSources } from './dataSources';
import { noTransactions } from './explanations';
import { hasTransactions } from './facts';
import { type Filter, luceneOf, termsVariable } from './filters';
import { inFolder } from './folder';
import { originPanel } from './originPanels';
import { panelIds } from './panelIds';
import { counted, countUnit, figure, inWords, own, renamed, rows, trend, wide } from './panels';
import { aggregate, average, byTime, count, distinct, documents, terms } from './query';
import { words } from './words';
import { type World, moneyUnit } from './world';

const source = dataSources.anomalies;
const field = source.index.fields;

const modelFilter: Filter = { name: 'model', label: 'Model', field: field.model };
const traits: readonly Filter[] = [
  { name: 'country', label: 'Country', field: field.country },
  { name: 'category_large', label: 'Category', field: field.category_large },
];
const threshold = new dashboard.CustomVariableBuilder('threshold')
  .label('Score from')
  .values('0.5,0.6,0.7,0.8,0.9,0.95')
  .current({ selected: true, text: String(anomalyThreshold), value: String(anomalyThreshold) });
const entity = new dashboard.CustomVariableBuilder('entity')
  .label('Scored')
  .values('transaction,customer')
  .current({ selected: true, text: 'transaction', value: 'transaction' });
/** The variable that narrows the table to one customer; links set it. */
export const customerVariable = 'user';
const customer = new dashboard.TextBoxVariableBuilder(customerVariable).label('Customer').defaultValue('*');

const overall = terms(field.entity_type, { size: 1, orderBy: '_count' });

/** The panel that draws what the alert rule asks; alerts link to it. */
export const alertedPanel = 'Is it getting worse?';

export function anomalyOperations(world: World): dashboard.DashboardBuilder {
  const money = moneyUnit(world);
  const board = inFolder(
    {
      title: 'Anomaly operations',
      uid: 'anomaly-operations',
      description: 'Which accounts act strangely now, why, and what was done about it.',
      reads: 'events',
    },
    world
  );
  if (!hasTransactions(world.has)) {
    return board.withPanel(
      noTransactions('Anomalies are transactions that do not fit their customer’s own past, so there is none to score.')
    );
  }
  board.withVariable(threshold).withVariable(entity).withVariable(customer);
  if (world.live) {
    board.annotation(actMarks()).time({ from: 'now-6h', to: 'now' }).refresh('10s');
  }
  const filters = [modelFilter, ...traits.filter((trait) => world.has.transactions.includes(trait.field))];
  for (const definition of filters) {
    board.withVariable(termsVariable(definition, source));
  }
  const chosen = `${luceneOf(filters)} AND ${field.user_id}:\${${customerVariable}:raw}`;
  // Transactions or customers, never both: a customer's document sums up transactions that were counted.
  const scope = `${chosen} AND ${field.entity_type}:\${entity:raw} AND ${notSuppressed}`;
  const severe = `${scope} AND ${field.anomalyScore}:>=\${threshold:raw}`;

  board
    .withPanel(
      figure({
        title: 'How many stand out?',
        how: 'Scored transactions in the range with a score at or above the chosen one.',
        width: 6,
        height: 4,
        unit: countUnit,
        queries: [aggregate(source, { filter: severe, metrics: [count], by: [overall] })],
      })
    )
    .withPanel(
      figure({
        title: 'How many customers are hit?',
        how: 'Distinct customers among them.',
        width: 6,
        height: 4,
        unit: countUnit,
        queries: [aggregate(source, { filter: severe, metrics: [distinct(field.user_id)], by: [overall] })],
      })
    )
    .withPanel(
      figure({
        title: 'How severe are they?',
        how: `Average score of the transactions stored (0.5 and above) in the range, but for what is suppressed or labelled a false alarm. The alert asks the same of the last 5 minutes and fires above ${anomalyThreshold}.`,
        width: 6,
        height: 4,
        unit: 'none',
        queries: [
          aggregate(source, {
            filter: `${chosen} AND ${alarming}`,
            metrics: [average(field.anomalyScore)],
            by: [overall],
          }),
        ],
      }).decimals(2)
    )
    .withPanel(world.live ? actsInForce() : actsElsewhere({ width: 6, height: 4 }))
    .withPanel(
      own(
        panelIds.anomalyTable,
        {
          title: 'Which accounts need a decision?',
          how: 'The newest 500 scored transactions (or customers, as chosen above) at or above the chosen score, where they come from and how scores went: the line is the mean of all that is stored. Buttons appear for what you may do; every act is recorded.',
          width: 24,
          height: 22,
          queries: [
            documents(source, { filter: severe, size: 500 }),
            aggregate(source, {
              refId: 'B',
              filter: `${chosen} AND ${alarming}`,
              alias: 'average score',
              metrics: [average(field.anomalyScore)],
              by: [byTime(field.timestamp, 'auto', world.timeZone)],
            }),
          ],
        },
        { showMap: world.has.transactions.includes(field.geo), showTimeline: true }
      )
        // The mean is no finer than what the alert asks for.
        .interval('5m')
    )
    .withPanel(originPanel(world, severe))
    .withPanel(
      trend({
        title: alertedPanel,
        how: `Average score of the transactions stored (0.5 and above; but for what is suppressed or labelled a false alarm), per 5 minutes or as many as the range needs; the line at ${anomalyThreshold} is where the alert fires. No bar: nothing was stored in that time. Dashed lines: acts.`,
        width: 14,
        height: 11,
        unit: 'none',
        queries: [
          aggregate(source, {
            filter: `${chosen} AND ${alarming}`,
            alias: 'average score',
            metrics: [average(field.anomalyScore)],
            by: [byTime(field.timestamp, 'auto', world.timeZone)],
          }),
        ],
      })
        // Bars: a line would join what lies hours apart, or break into loose points.
        .drawStyle(common.GraphDrawStyle.Bars)
        .fillOpacity(70)
        .lineWidth(0)
        .barWidthFactor(0.8)
        .colorScheme(new dashboard.FieldColorBuilder().mode(dashboard.FieldColorModeId.Fixed).fixedColor('blue'))
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
        how: 'Transactions by the three features that moved each score most; one can count under several. Score and amount are means.',
        width: world.live ? 10 : 24,
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
            [`Average ${field.anomalyScore}`]: 'Score',
            [`Average ${field.amount}`]: 'Amount',
          }),
        ])
        .overrides([
          { matcher: { id: 'byName', options: 'Amount' }, properties: [{ id: 'unit', value: money }] },
          { matcher: { id: 'byName', options: 'Score' }, properties: [{ id: 'decimals', value: 2 }] },
          inWords('Reason', words.reasons),
          wide('Reason', 175),
          counted('Count'),
        ])
    );
  return world.live ? board.withPanel(actsDone()) : board;
}
