import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { dataSources, mixed } from './dataSources';
import { explanation } from './explanations';
import { hasTransactions } from './facts';
import { type Filter, luceneOf, termsVariable } from './filters';
import { inFolder } from './folder';
import { leavingPanels } from './leavingPanels';
import { lifetimeValue } from './lifetimeValue';
import { panelIds } from './panelIds';
import { barCell, counted, countUnit, figure, own, renamed, rows } from './panels';
import { aggregate, average, count, documents, histogram, sum, terms } from './query';
import { segmentRunPanels } from './segmentRuns';
import { type World, moneyUnit } from './world';

const customers = dataSources.customers;
const segments = dataSources.segments;
const field = customers.index.fields;
const persona: Filter = { name: 'cluster', label: 'Persona', field: field.persona };
const traits: readonly Filter[] = [
  { name: 'grade', label: 'Grade', field: field.grade },
  { name: 'age_band', label: 'Age', field: field.age_band },
  { name: 'region', label: 'Region', field: field.region },
  { name: 'preferred_category', label: 'Favourite category', field: field.shop.preferred_category },
  { name: 'payment', label: 'Payment', field: field.shop.payment },
];

/**
 * What the explorer writes when a box or lasso is applied: columns, bounds in their units with `*` for none, a lasso as
 * a filter of its own, and the saved segment that the lasso is.
 */
const written: Record<string, string> = {
  x_field: field.rfm.recency,
  x_min: '*',
  x_max: '*',
  y_field: field.rfm.monetary,
  y_min: '*',
  y_max: '*',
  outline: '*',
  saved_segment: '',
};
const ranges =
  '${x_field:raw}:[${x_min:raw} TO ${x_max:raw}] AND ${y_field:raw}:[${y_min:raw} TO ${y_max:raw}] AND (${outline:raw})';
const overall = terms(field.run_id, { size: 1, orderBy: '_count' });

/**
 * Documents are sent one by one only while Points is chosen; the other value matches none. The data source cuts at
 * 10,000 rows, which the explorer says aloud.
 */
const detail = new dashboard.CustomVariableBuilder('detail')
  .label('Explorer shows')
  .values(`Density : ${field.user_id}:none,Points : *`)
  .current({ selected: true, text: 'Density', value: `${field.user_id}:none` });

/** What recency, frequency and monetary value are, by where they come from. */
interface Words {
  customers: string;
  worthTitle: string;
  worth: string;
  recency: string;
  money: string;
  /** What panels call the fields of money, where that is not their own word. */
  nameOfMoney: { id: string; value: string }[];
  column: string;
}

const fromTransactions: Words = {
  customers: 'Customers of the newest run that ordered at least once and pass the filters.',
  worthTitle: 'What are they worth?',
  worth: 'Net spend of these customers over the run’s range.',
  recency: 'Mean recency in days at the snapshot date.',
  money: 'Net spend',
  nameOfMoney: [],
  column: 'Spend',
};

const fromStandIns: Words = {
  customers: 'Customers of the newest run that pass the filters.',
  worthTitle: 'How much cashback?',
  worth: 'Sum of these customers’ cashback, which stands in for spend: the data has no transactions.',
  recency: 'Mean days since the last order, as the customers’ table says.',
  money: 'Cashback',
  nameOfMoney: [{ id: 'displayName', value: 'Cashback' }],
  column: 'Cashback',
};

const standInsExplained = explanation({
  title: 'What do recency, frequency and money mean here?',
  about: 'Without transactions they cannot be computed, so columns of the customers’ table stand in.',
  paragraphs: [
    `The loaded data has customers, but no transactions, so columns of theirs stand in: **recency** is the days since the last order (\`${field.shop.days_since_order}\`), **frequency** the number of orders (\`${field.shop.orders}\`), **monetary** the cashback (\`${field.shop.cashback}\`). A customer without such a value gets the median. Read “spend” as cashback on this page.`,
  ],
  width: 24,
  height: 4,
});

export function segmentsDashboard(world: World): dashboard.DashboardBuilder {
  const money = moneyUnit(world);
  const filters = [persona, ...traits.filter((trait) => world.has.customers.includes(trait.field))];
  const filter = `${luceneOf(filters)} AND ${ranges}`;
  const words = hasTransactions(world.has) ? fromTransactions : fromStandIns;
  // Our panels read how to show money from their fields: means, totals and logarithms of it alike.
  const inMoney = [
    {
      matcher: { id: 'byRegexp', options: '/monetary$|^Sum$/' },
      properties: [{ id: 'unit', value: money }, ...words.nameOfMoney],
    },
  ];
  const board = inFolder(
    {
      title: 'Segments',
      uid: 'customer-segments',
      description:
        'Which kinds of customers are there, what are they worth, and what to do for each. Reads the newest complete run.',
      reads: 'newest run',
    },
    world
  )
    // Customers are dated by their run, not by the data: every range must show the run that the alias points to.
    .time({ from: 'now-10y', to: 'now' })
    .timepicker(new dashboard.TimePickerBuilder().hidden(true));
  for (const definition of filters) {
    board.withVariable(termsVariable(definition, customers));
  }
  board.withVariable(detail);
  for (const [name, value] of Object.entries(written)) {
    board.withVariable(
      new dashboard.TextBoxVariableBuilder(name).defaultValue(value).hide(dashboard.VariableHide.HideVariable)
    );
  }

  const figures = [
    {
      title: 'How many customers?',
      how: words.customers,
      metrics: [count],
      unit: countUnit,
      decimals: 0,
    },
    {
      title: words.worthTitle,
      how: words.worth,
      metrics: [sum(field.rfm.monetary)],
      unit: money,
      decimals: 1,
    },
    {
      title: 'How long since they bought?',
      how: words.recency,
      metrics: [average(field.rfm.recency)],
      unit: 'suffix: days',
      decimals: 0,
    },
    {
      title: 'How likely are they to leave?',
      how: 'Mean churn probability of all customers; the persona cards say what it rests on.',
      metrics: [average(field.churn_probability)],
      unit: 'percentunit',
      decimals: 1,
    },
  ];
  for (const { title, how, metrics, unit, decimals } of figures) {
    board.withPanel(
      figure({
        title,
        how,
        width: 6,
        height: 4,
        unit,
        queries: [aggregate(customers, { filter, metrics, by: [overall] })],
      }).decimals(decimals)
    );
  }

  if (!hasTransactions(world.has)) {
    board.withPanel(standInsExplained);
  }
  board
    .withPanel(
      own(
        panelIds.segmentExplorer,
        {
          title: 'Where do customers stand?',
          how: `Each cell counts customers by days since the last order and ${words.money.toLowerCase()}, both on log axes; its colour is the leading cluster. Select an area or a cluster to filter the dashboard.`,
          width: 24,
          height: 19,
          queries: [
            aggregate(customers, {
              refId: 'A',
              filter,
              metrics: [count, sum(field.rfm.monetary)],
              by: [
                terms(field.cluster, { size: 20 }),
                histogram(field.rfm.log100_recency, 5),
                histogram(field.rfm.log100_monetary, 10),
              ],
            }),
            documents(customers, { refId: 'P', filter: `(\${detail:raw}) AND ${filter}`, size: 10_000 }),
            documents(segments, { refId: 'S', size: 50 }),
          ],
        },
        {}
      )
        .datasource(mixed)
        .overrides(inMoney)
    )
    .withPanel(
      own(
        panelIds.personaCards,
        {
          title: 'Who are they, and what should we do?',
          how: 'One card per cluster of the newest run, by priority = size × mean monetary × churn probability, normalised.',
          width: 24,
          height: 35,
          queries: [documents(segments, { refId: 'A', size: 50 })],
        },
        {}
      ).overrides(inMoney)
    )
    .withPanel(
      rows({
        title: 'Which RFM segments do they fall into?',
        how: 'Named segments from the quintile scores of recency, frequency and monetary value.',
        width: 24,
        height: 11,
        queries: [
          aggregate(customers, {
            filter,
            metrics: [count, sum(field.rfm.monetary), average(field.rfm.recency), average(field.churn_probability)],
            by: [terms(field.rfm.segment, { size: 20, orderBy: '2' })],
          }),
        ],
      })
        .transformations([
          renamed(
            {
              [field.rfm.segment]: 'Segment',
              Count: 'Customers',
              Sum: words.column,
              [`Average ${field.rfm.recency}`]: 'Days since last order',
              [`Average ${field.churn_probability}`]: 'Churn probability',
            },
            [field.rfm.segment, 'Count', 'Sum', `Average ${field.rfm.recency}`, `Average ${field.churn_probability}`]
          ),
        ])
        .overrides([
          barCell(words.column, money),
          counted('Customers'),
          {
            matcher: { id: 'byName', options: 'Churn probability' },
            properties: [
              { id: 'unit', value: 'percentunit' },
              { id: 'decimals', value: 1 },
            ],
          },
          { matcher: { id: 'byName', options: 'Days since last order' }, properties: [{ id: 'decimals', value: 0 }] },
        ])
    );
  if (hasTransactions(world.has)) {
    board.withPanel(lifetimeValue(world, filter));
  }
  for (const panel of [...leavingPanels(world, filter), ...segmentRunPanels()]) {
    board.withPanel(panel);
  }
  return board;
}
