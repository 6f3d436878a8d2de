import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { TermsOrder } from '@grafana/grafana-foundation-sdk/elasticsearch';
import { grades } from '@spendscope/contracts';
import { crossed, numbers, shaded } from '../cells';
import { inUnit, narrow, percent, sentences } from '../columns';
import { customerLinks } from '../customerLinks';
import { dataSources } from '../dataSources';
import { noTransactions } from '../explanations';
import { hasTransactions } from '../facts';
import { type SpendScope, withSpendFilters } from '../filters';
import { inFolder } from '../folder';
import { insight, insightTable } from '../insightTable';
import { counted, countUnit, figure, inWords, ofNewestRun, renamed, rows, trend, wide } from '../panels';
import { aggregate, byTime, count, greatest, sum, terms } from '../query';
import { type World, moneyUnit } from '../world';
import type { Panel } from './inRow';

const { transactions, customers } = dataSources;
const field = transactions.index.fields;
const person = customers.index.fields;
const own = person.own_mean;
const { figures } = insight;
const one = { size: 1, orderBy: '_count' };

const rule =
  'An order is an own outlier where it is more than 3.5 · 1.4826 · MAD off the median of its customer’s own orders (Iglewicz & Hoaglin 1993; five orders at least).';

export function ownOutliers(world: World): dashboard.DashboardBuilder {
  const board = inFolder(
    {
      title: 'Own-mean outliers',
      uid: 'own-mean-outliers',
      description: 'Who pays far more or less than it usually does, for what, and what that does to the means.',
      reads: 'events',
    },
    world
  );
  if (!hasTransactions(world.has)) {
    return board.withPanel(noTransactions('What is unusual for a customer is known from its own transactions only.'));
  }
  const scope = withSpendFilters(board, world);
  for (const panel of [...sizes(scope), farCustomers(scope), byCategory(scope), overTime(scope), means(scope)]) {
    board.withPanel(panel);
  }
  return board;
}

function sizes({ world, filter, people }: SpendScope): Panel[] {
  const overall = terms(field.currency, one);
  const outlying = `${filter} AND ${field.own_outlier}:true`;
  const direction = (way: 'above' | 'below'): Panel =>
    ofNewestRun(
      figure({
        title: way === 'above' ? 'How many paid far more than usual?' : 'How many paid far less?',
        how: `Customers of the newest run whose transaction farthest off the median of their own is ${way} it, by 3.5 robust deviations at least; under the filters on traits.`,
        width: 6,
        height: 4,
        unit: countUnit,
        queries: [
          aggregate(customers, { filter: `${people} AND ${own.direction}:${way}`, metrics: [count], by: [terms(person.world, one)] }), // prettier-ignore
        ],
      }).noValue('0')
    );
  return [
    direction('above'),
    direction('below'),
    figure({
      title: 'How many orders are outliers?',
      how: `${rule} In the range, under the filters.`,
      width: 6,
      height: 4,
      unit: countUnit,
      queries: [aggregate(transactions, { filter: outlying, metrics: [count], by: [overall] })],
    }).noValue('0'),
    figure({
      title: 'How much is spent on them?',
      how: `Sum of these orders in the range, under the filters. ${rule}`,
      width: 6,
      height: 4,
      unit: moneyUnit(world),
      queries: [aggregate(transactions, { filter: outlying, metrics: [sum(field.amount)], by: [overall] })],
    }).noValue('0'),
  ];
}

/** Customers by how far their farthest transaction is off their own median. */
function farCustomers({ world, people }: SpendScope): Panel {
  const money = moneyUnit(world);
  return ofNewestRun(
    rows({
      title: 'Who is farthest from the own mean?',
      how: 'The 50 customers of the newest run with a transaction farthest off the median of their own, in robust deviations (1.4826 · MAD): what they paid, what they usually pay, and for what. Under the filters on traits; a customer leads to its spend and its anomalies.',
      width: 24,
      height: 13,
      queries: [
        aggregate(customers, {
          filter: `${people} AND _exists_:${own.distance}`,
          metrics: [greatest(own.distance), greatest(own.amount), greatest(own.usual)],
          by: [
            terms(person.user_id, { size: 50, orderBy: '1' }),
            terms(own.direction, one),
            terms(own.category_large, one),
          ],
        }),
      ],
    })
  )
    .noValue('Nobody paid far off its own median')
    .transformations([
      renamed(
        {
          [person.user_id]: 'Customer',
          [own.direction]: 'Direction',
          [own.category_large]: 'For',
          [`Max ${own.amount}`]: 'Paid',
          [`Max ${own.usual}`]: 'Usually',
          [`Max ${own.distance}`]: 'Robust deviations',
        },
        [
          person.user_id,
          own.direction,
          own.category_large,
          `Max ${own.amount}`,
          `Max ${own.usual}`,
          `Max ${own.distance}`,
        ]
      ),
    ])
    .overrides([
      customerLinks('Customer'),
      wide('Customer', 160),
      inWords('Direction', { above: '▲ above', below: '▼ below' }),
      inUnit('Paid', money),
      inUnit('Usually', money),
      inUnit('Robust deviations', 'none', 1),
    ]);
}

const byCategory = ({ filter }: SpendScope): Panel =>
  rows({
    title: 'In which categories, and for whom?',
    how: `Own outliers per large category and grade in the range; the more, the stronger. ${rule}`,
    width: 12,
    height: 12,
    unit: countUnit,
    queries: [
      aggregate(transactions, {
        filter: `${filter} AND ${field.own_outlier}:true`,
        metrics: [count],
        by: [
          terms(field.category_large, { size: 30, orderBy: '_count' }),
          terms(field.grade, { orderBy: '_term', order: TermsOrder.Asc }),
        ],
      }),
    ],
  })
    .noValue('No order of this range is an outlier')
    .transformations([...crossed(field.category_large, field.grade, 'Count'), renamed({}, [' ', ...grades])])
    .overrides([numbers(...shaded), wide(' ', 140)]);

const overTime = ({ world, filter }: SpendScope): Panel =>
  trend({
    title: 'Are there more of them than before?',
    how: `Own outliers a week, in the business time zone. ${rule} The first and the last week are partial.`,
    width: 12,
    height: 12,
    unit: countUnit,
    queries: [
      aggregate(transactions, {
        filter: `${filter} AND ${field.own_outlier}:true`,
        alias: 'orders',
        metrics: [count],
        by: [byTime(field['@timestamp'], '1w', world.timeZone)],
      }),
    ],
  });

const means = ({ world }: SpendScope): Panel =>
  insightTable({
    title: 'What do they do to the means?',
    how: `Mean order of each grade over all loaded data, with and without own outliers. ${rule}`,
    width: 24,
    height: 8,
    kind: 'own_outliers',
    columns: {
      [insight.group]: 'Grade',
      [figures.payments]: 'Orders',
      [figures.support]: 'Outliers',
      [figures.share]: 'Of spend',
      [insight.value]: 'Mean',
      [figures.median]: 'Mean without',
      [insight.effect]: 'Change',
      [insight.verdict]: 'In words',
    },
    overrides: [
      counted('Orders'),
      ...['Outliers', 'Of spend', 'Change'].map((column) => percent(column)),
      inUnit('Mean', moneyUnit(world)),
      inUnit('Mean without', moneyUnit(world)),
      ...narrow(['Grade', 'Orders', 'Outliers', 'Of spend', 'Mean', 'Mean without', 'Change'], 105),
      sentences('In words', 400),
    ],
    empty: 'No orders',
  });
