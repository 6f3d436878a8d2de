import type * as barchart from '@grafana/grafana-foundation-sdk/barchart';
import * as elasticsearch from '@grafana/grafana-foundation-sdk/elasticsearch';
import type * as piechart from '@grafana/grafana-foundation-sdk/piechart';
import type * as stat from '@grafana/grafana-foundation-sdk/stat';
import type * as table from '@grafana/grafana-foundation-sdk/table';
import type * as timeseries from '@grafana/grafana-foundation-sdk/timeseries';
import { dataSources } from './dataSources';
import type { Filter } from './filters';
import { barCell, bars, counted, countUnit, figure, gradeOverrides, renamed, rows, share, trend } from './panels';
import { aggregate, average, byTime, count, distinct, sum, terms } from './query';
import { type World, moneyUnit } from './world';

const source = dataSources.transactions;
const field = source.index.fields;

/** A figure over the whole range: one day-less bucket, because the data source wants a bucket for every metric. */
const overall = terms(field.currency, { size: 1, orderBy: '_count' });
const mostFirst = '1';

/** What all panels of spend share. */
export interface Spend {
  world: World;
  /** Lucene of the dashboard's filters */
  filter: string;
}

interface Place {
  width: number;
  height: number;
}

/** A field that spend is cut by, as a column's name and as words in the middle of a sentence. */
export type Cut = Pick<Filter, 'field' | 'label'> & {
  words: string;
  /** px that a table gives to long names; else all columns share alike */
  nameWidth?: number;
};

const monthlyOf = ({ timeZone }: World): ReturnType<typeof byTime> => byTime(field['@timestamp'], '1M', timeZone);

export function spendFigures({ world, filter }: Spend): stat.PanelBuilder[] {
  const money = moneyUnit(world);
  const figures = [
    {
      title: 'How much was spent?',
      how: 'Sum of amounts in the range, net of refunds.',
      metrics: [sum(field.amount)],
      unit: money,
    },
    {
      title: 'How many paid?',
      how: 'Distinct customers with a transaction in the range (Elasticsearch’s estimate, off by one or two in ten thousand).',
      metrics: [distinct(field.user_id)],
      unit: countUnit,
    },
    {
      title: 'How many payments?',
      how: 'Transactions in the range, refunds included.',
      metrics: [count],
      unit: countUnit,
    },
    {
      title: 'How much per payment?',
      how: 'Mean amount of a transaction; refunds count as negative.',
      metrics: [average(field.amount)],
      unit: money,
    },
  ];
  return figures.map(({ title, how, metrics, unit }) =>
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

/** Monthly spend, by grade where the data has grades, else in one line. */
export function spendGrowth(
  { world, filter }: Spend,
  hasGrades: boolean,
  { width, height }: Place
): timeseries.PanelBuilder {
  const by = hasGrades ? [terms(field.grade), monthlyOf(world)] : [monthlyOf(world)];
  const panel = trend({
    title: 'Is spend growing?',
    how: `Monthly sum of amounts${hasGrades ? ' by grade' : ''}, months cut in the business time zone. The first and last month are partial.`,
    width,
    height,
    unit: moneyUnit(world),
    queries: [
      aggregate(source, {
        filter,
        alias: hasGrades ? `{{${field.grade}}}` : 'Spend',
        metrics: [sum(field.amount)],
        by,
      }),
    ],
  });
  return hasGrades ? panel.overrides(gradeOverrides) : panel;
}

export function spendByGrade({ world, filter }: Spend, { width, height }: Place): table.PanelBuilder {
  const money = moneyUnit(world);
  return rows({
    title: 'Who spends it?',
    how: 'Customers, spend and mean payment per grade in the range.',
    width,
    height,
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
      counted('Customers'),
      { matcher: { id: 'byName', options: 'Per payment' }, properties: [{ id: 'unit', value: money }] },
    ]);
}

export function spendByCategory({ world, filter }: Spend, cut: Cut, { width, height }: Place): table.PanelBuilder {
  const money = moneyUnit(world);
  return rows({
    title: 'What do they buy?',
    how: `Spend per ${cut.words} in the range, with the mean payment and the number of payments.`,
    width,
    height,
    queries: [
      aggregate(source, {
        filter,
        metrics: [sum(field.amount), average(field.amount), count],
        by: [terms(cut.field, { size: 20, orderBy: mostFirst })],
      }),
    ],
  })
    .transformations([
      renamed({ [cut.field]: cut.label, Sum: 'Spend', Average: 'Per payment', Count: 'Payments' }, [
        cut.field,
        'Sum',
        'Average',
        'Count',
      ]),
    ])
    .overrides([
      barCell('Spend', money),
      counted('Payments'),
      { matcher: { id: 'byName', options: 'Per payment' }, properties: [{ id: 'unit', value: money }] },
      ...(cut.nameWidth
        ? [
            {
              matcher: { id: 'byName', options: cut.label },
              properties: [{ id: 'custom.width', value: cut.nameWidth }],
            },
          ]
        : []),
    ]);
}

export function categoryGrowth(
  { world, filter }: Spend,
  cut: Cut & { title: string; many: string },
  { width, height }: Place
): timeseries.PanelBuilder {
  return trend({
    title: cut.title,
    how: `Monthly spend of the eight largest ${cut.many}.`,
    width,
    height,
    unit: moneyUnit(world),
    queries: [
      aggregate(source, {
        filter,
        alias: `{{${cut.field}}}`,
        metrics: [sum(field.amount)],
        by: [terms(cut.field, { size: 8, orderBy: mostFirst }), monthlyOf(world)],
      }),
    ],
  }).fillOpacity(0);
}

export function spendByPlace(
  { world, filter }: Spend,
  cut: Cut & { title: string },
  { width, height }: Place
): table.PanelBuilder {
  return rows({
    title: cut.title,
    how: `Spend and distinct customers per ${cut.words} in the range.`,
    width,
    height,
    queries: [
      aggregate(source, {
        filter,
        metrics: [sum(field.amount), distinct(field.user_id)],
        by: [terms(cut.field, { size: 20, orderBy: mostFirst })],
      }),
    ],
  })
    .transformations([
      renamed({ [cut.field]: cut.label, Sum: 'Spend', 'Unique Count': 'Customers' }, [
        cut.field,
        'Sum',
        'Unique Count',
      ]),
    ])
    .overrides([barCell('Spend', moneyUnit(world)), counted('Customers')]);
}

export function spendByAge({ world, filter }: Spend, { width, height }: Place): barchart.PanelBuilder {
  return bars({
    title: 'How does spend differ by age?',
    how: 'Sum of amounts per age band in the range.',
    width,
    height,
    unit: moneyUnit(world),
    queries: [
      aggregate(source, {
        filter,
        metrics: [sum(field.amount)],
        by: [terms(field.age_band, { order: elasticsearch.TermsOrder.Asc })],
      }),
    ],
  }).transformations([renamed({ Sum: 'Spend', [field.age_band]: 'Age' })]);
}

export function spendByChannel({ world, filter }: Spend, { width, height }: Place): piechart.PanelBuilder {
  return share({
    title: 'Through which channel?',
    how: 'Share of spend per channel in the range.',
    width,
    height,
    unit: moneyUnit(world),
    queries: [
      aggregate(source, {
        filter,
        metrics: [sum(field.amount)],
        by: [terms(field.channel, { orderBy: mostFirst })],
      }),
    ],
  });
}
