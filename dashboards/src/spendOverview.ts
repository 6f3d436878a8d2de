import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import * as elasticsearch from '@grafana/grafana-foundation-sdk/elasticsearch';
import { dataSources } from './dataSources';
import { adHocFilter, luceneOf, spendFilters, termsVariable } from './filters';
import { inFolder } from './folder';
import { barCell, bars, figure, gradeOverrides, renamed, rows, share, trend } from './panels';
import { aggregate, average, byTime, count, distinct, sum, terms } from './query';
import { type World, moneyUnit } from './world';

const source = dataSources.transactions;
const field = source.index.fields;
const filter = luceneOf(spendFilters);

/** A figure over the whole range: one day-less bucket, because the data source wants a bucket for every metric. */
const overall = terms(field.currency, { size: 1, orderBy: '_count' });
const mostFirst = '1';

export function spendOverview(world: World): dashboard.DashboardBuilder {
  const money = moneyUnit(world);
  const monthly = byTime(field['@timestamp'], '1M', world.timeZone);
  const board = inFolder(
    'Spend overview',
    'spend-overview',
    'Who spends how much on what, and how it goes against last year.',
    world
  );
  for (const filterDefinition of spendFilters) {
    board.withVariable(termsVariable(filterDefinition, source));
  }
  board.withVariable(adHocFilter(source));

  const figures = [
    {
      title: 'How much was spent?',
      how: 'Sum of amounts in the range, net of refunds.',
      metrics: [sum(field.amount)],
      unit: money,
    },
    {
      title: 'How many paid?',
      how: 'Distinct customers with a transaction in the range (approximate above 3,000).',
      metrics: [distinct(field.user_id)],
      unit: 'short',
    },
    {
      title: 'How many payments?',
      how: 'Transactions in the range, refunds included.',
      metrics: [count],
      unit: 'short',
    },
    {
      title: 'How much per payment?',
      how: 'Mean amount of a transaction; refunds count as negative.',
      metrics: [average(field.amount)],
      unit: money,
    },
  ];
  for (const { title, how, metrics, unit } of figures) {
    board.withPanel(
      figure({
        title,
        how,
        width: 6,
        height: 4,
        unit,
        queries: [aggregate(source, { filter, metrics, by: [overall] })],
      })
    );
  }

  board
    .withPanel(
      trend({
        title: 'Is spend growing?',
        how: 'Monthly sum of amounts by grade, months cut in the business time zone. The first and last month are partial.',
        width: 15,
        height: 9,
        unit: money,
        queries: [
          aggregate(source, {
            filter,
            alias: `{{${field.grade}}}`,
            metrics: [sum(field.amount)],
            by: [terms(field.grade), monthly],
          }),
        ],
      }).overrides(gradeOverrides)
    )
    .withPanel(
      rows({
        title: 'Who spends it?',
        how: 'Customers, spend and mean payment per grade in the range.',
        width: 9,
        height: 9,
        queries: [
          aggregate(source, {
            filter,
            metrics: [sum(field.amount), distinct(field.user_id), average(field.amount)],
            by: [terms(field.grade, { orderBy: mostFirst })],
          }),
        ],
      })
        .transformations([
          renamed({ [field.grade]: 'Grade', Sum: 'Spend', 'Unique Count': 'Customers', Average: 'Per payment' }, [
            field.grade,
            'Unique Count',
            'Sum',
            'Average',
          ]),
        ])
        .overrides([
          barCell('Spend', money),
          { matcher: { id: 'byName', options: 'Per payment' }, properties: [{ id: 'unit', value: money }] },
        ])
    )
    .withPanel(
      rows({
        title: 'What do they buy?',
        how: 'Spend per large category in the range, with the mean payment and the number of payments.',
        width: 12,
        height: 11,
        queries: [
          aggregate(source, {
            filter,
            metrics: [sum(field.amount), average(field.amount), count],
            by: [terms(field.category_large, { size: 20, orderBy: mostFirst })],
          }),
        ],
      })
        .transformations([
          renamed({ [field.category_large]: 'Category', Sum: 'Spend', Average: 'Per payment', Count: 'Payments' }, [
            field.category_large,
            'Sum',
            'Average',
            'Count',
          ]),
        ])
        .overrides([
          barCell('Spend', money),
          { matcher: { id: 'byName', options: 'Per payment' }, properties: [{ id: 'unit', value: money }] },
        ])
    )
    .withPanel(
      trend({
        title: 'Which categories grow?',
        how: 'Monthly spend of the eight largest categories.',
        width: 12,
        height: 11,
        unit: money,
        queries: [
          aggregate(source, {
            filter,
            alias: `{{${field.category_large}}}`,
            metrics: [sum(field.amount)],
            by: [terms(field.category_large, { size: 8, orderBy: mostFirst }), monthly],
          }),
        ],
      }).fillOpacity(0)
    )
    .withPanel(
      rows({
        title: 'Which regions spend most?',
        how: 'Spend and distinct customers per region in the range.',
        width: 8,
        height: 10,
        queries: [
          aggregate(source, {
            filter,
            metrics: [sum(field.amount), distinct(field.user_id)],
            by: [terms(field.region, { size: 20, orderBy: mostFirst })],
          }),
        ],
      })
        .transformations([
          renamed({ [field.region]: 'Region', Sum: 'Spend', 'Unique Count': 'Customers' }, [
            field.region,
            'Sum',
            'Unique Count',
          ]),
        ])
        .overrides([barCell('Spend', money)])
    )
    .withPanel(
      bars({
        title: 'How does spend differ by age?',
        how: 'Sum of amounts per age band in the range.',
        width: 8,
        height: 10,
        unit: money,
        queries: [
          aggregate(source, {
            filter,
            metrics: [sum(field.amount)],
            by: [terms(field.age_band, { order: elasticsearch.TermsOrder.Asc })],
          }),
        ],
      }).transformations([renamed({ Sum: 'Spend', [field.age_band]: 'Age' })])
    )
    .withPanel(
      share({
        title: 'Through which channel?',
        how: 'Share of spend per channel in the range.',
        width: 8,
        height: 10,
        unit: money,
        queries: [
          aggregate(source, {
            filter,
            metrics: [sum(field.amount)],
            by: [terms(field.channel, { orderBy: mostFirst })],
          }),
        ],
      })
    );
  return board;
}
