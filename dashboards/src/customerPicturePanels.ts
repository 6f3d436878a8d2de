import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import * as common from '@grafana/grafana-foundation-sdk/common';
import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { cells, numbers, shaded, signed } from './cells';
import { eventOf, nothingKnown } from './churnSharePanels';
import { dataSources } from './dataSources';
import { explanation } from './explanations';
import { hasTransactions } from './facts';
import { barCell, bars, counted, only, renamed, rows, sorted, wide } from './panels';
import { documents } from './query';
import type { World } from './world';

type Panel = Builder<dashboard.Panel>;

const source = dataSources.customerFigures;
const field = source.index.fields;
const insights = dataSources.insights;
const insight = insights.index.fields;
const person = dataSources.customers.index.fields;

const decimals = (column: string, digits: number): ReturnType<typeof wide> => ({
  matcher: { id: 'byName', options: column },
  properties: [{ id: 'decimals', value: digits }],
});

/** Sentences from the tests, the surest first. */
export function findings(): Panel {
  const columns = { [insight.verdict]: 'Finding', [insight.effect]: 'Effect', [insight.low]: 'from', [insight.high]: 'to', [insight.p]: 'p, corrected' }; // prettier-ignore
  return rows({
    title: 'What did the tests find?',
    how: 'Sentences made from the computed results alone, the surest first. p of all questions corrected together (Benjamini–Hochberg); below 0.05 a difference counts. Effect with its 95 % interval: Hedges’ g for a number in two groups, odds ratio for two shares, Cramér’s V for several, r for two numbers. Tests take customers as independent: where rows repeat, p is too small.',
    width: 24,
    height: 11,
    queries: [documents(insights, { filter: `${insight.kind}:(churn OR pair OR anomalies)`, size: 100 })],
  })
    .noValue('Nothing could be tested: too few customers, or nothing that varies')
    .transformations([sorted(insight.p), only(Object.keys(columns)), renamed(columns, Object.keys(columns))])
    .overrides([
      {
        matcher: { id: 'byName', options: 'Finding' },
        properties: [
          { id: 'custom.minWidth', value: 420 },
          { id: 'custom.wrapText', value: true },
        ],
      },
      ...['Effect', 'from', 'to', 'p, corrected'].map((column) => ({
        matcher: { id: 'byName', options: column },
        properties: [{ id: 'noValue', value: ' ' }],
      })),
      ...['Effect', 'from', 'to'].flatMap((column) => [decimals(column, 2), wide(column, 90)]),
      { matcher: { id: 'byName', options: 'p, corrected' }, properties: [{ id: 'unit', value: 'sci' }, { id: 'decimals', value: 1 }, { id: 'custom.width', value: 120 }] }, // prettier-ignore
    ]);
}

interface Boxed {
  name: string;
  title: string;
  unit: string;
}
const shopBoxes: readonly Boxed[] = [
  { name: 'order_growth', title: 'Did their orders grow less?', unit: 'percent' },
  { name: 'satisfaction', title: 'Were they less satisfied?', unit: 'none' },
  { name: 'days_since_order', title: 'Is their last order longer ago?', unit: 'suffix: days' },
];
const spendBoxes: readonly Boxed[] = [
  { name: 'monetary', title: 'Did they spend less?', unit: 'short' },
  { name: 'amount_mean', title: 'Were their payments smaller?', unit: 'short' },
  { name: 'night_share', title: 'Did they pay more at night?', unit: 'percentunit' },
];

/** Box plots: the parts of each box as bars that stand on each other, the first of them unseen. */
export function boxes(world: World): Panel[] {
  const { means } = eventOf(world);
  const shown = world.has.customers.includes(person.shop.order_growth) ? shopBoxes : spendBoxes;
  const { parts } = field;
  const columns = { [field.group]: 'Customers', [field.low_whisker]: 'Start', [parts.to_q1]: 'Whisker to the lower quartile', [parts.to_median]: 'Lower quartile to the median', [parts.to_q3]: 'Median to the upper quartile', [parts.to_whisker]: 'Upper quartile to the whisker' }; // prettier-ignore
  const coloured = (column: string, colour: string, hidden = false): ReturnType<typeof wide> => ({
    matcher: { id: 'byName', options: column },
    properties: [
      { id: 'color', value: { mode: 'fixed', fixedColor: colour } },
      ...(hidden ? [{ id: 'custom.hideFrom', value: { legend: true, tooltip: true, viz: false } }] : []),
    ],
  });
  return shown.map(({ name, title, unit }) =>
    bars({
      title,
      how: `Box plot of customers who left and who stayed: strong bars reach from quartile to quartile and meet at the median, pale ones to the farthest value within 1.5 box lengths. Quartiles are computed by the run (Hyndman & Fan 1996, type 7); the table below has them in figures. ${means}`,
      width: 8,
      height: 9,
      unit,
      queries: [documents(source, { filter: `${field.kind}:box AND ${field.field}:${name}`, size: 10 })],
    })
      .noValue(nothingKnown)
      .orientation(common.VizOrientation.Horizontal)
      .stacking(common.StackingMode.Normal)
      .fillOpacity(100)
      .showValue(common.VisibilityMode.Never)
      .transformations([sorted(field.place), only(Object.keys(columns)), renamed(columns, Object.keys(columns))])
      .overrides([
        coloured('Start', 'transparent', true),
        coloured('Whisker to the lower quartile', '#8e8e9966'),
        coloured('Lower quartile to the median', 'blue'),
        coloured('Median to the upper quartile', 'light-blue'),
        coloured('Upper quartile to the whisker', '#8e8e9966'),
      ])
  );
}

/** The figures of every box. */
export function boxFigures(): Panel {
  const columns = { [field.label]: 'Number', [field.group]: 'Customers who', [field.customers]: 'Customers', [field.low_whisker]: 'Whisker from', [field.q1]: 'Lower quartile', [field.median]: 'Median', [field.q3]: 'Upper quartile', [field.high_whisker]: 'Whisker to', [field.mean]: 'Mean', [field.outliers]: 'Beyond whiskers' }; // prettier-ignore
  return rows({
    title: 'What are the boxes in figures?',
    unit: 'locale',
    how: 'Quartiles, mean and whiskers (farthest values within 1.5 box lengths) of each number that was tested, for customers who left and who stayed.',
    width: 24,
    height: 9,
    queries: [documents(source, { filter: `${field.kind}:box`, size: 100 })],
  })
    .noValue(nothingKnown)
    .transformations([sorted(field.label), only(Object.keys(columns)), renamed(columns, Object.keys(columns))])
    .overrides([
      wide('Number', 200),
      wide('Customers who', 200),
      counted('Customers'),
      counted('Beyond whiskers'),
      wide('Beyond whiskers', 130),
    ]);
}

export function twoHabits(world: World): Panel {
  const [up, across] = world.has.customers.includes(person.shop.app_hours) ? ['App hours', 'orders'] : ['Orders', 'merchants']; // prettier-ignore
  const { noun, means } = eventOf(world);
  return rows({
    title: `${up} × ${across}: who leaves?`,
    how: `Rows: ${up.toLowerCase()}; columns: ${across}; cells: share of ${noun} customers among those who have both, empty where there are none; few customers make wild shares. Steps end at the 99th percentile, the last one is open. ${means}`,
    width: 24,
    height: 11,
    queries: [documents(source, { filter: `${field.kind}:pair`, size: 400 })],
  })
    .noValue(nothingKnown)
    .decimals(0)
    .transformations(cells(field.group, field.other_group, field.rate, field.place))
    .overrides([numbers(...shaded, { id: 'max', value: 1 }, { id: 'unit', value: 'percentunit' }), wide(' ', 110)]);
}

export function correlations(): Panel {
  return (
    rows({
      title: 'Which numbers go together?',
      how: 'Pearson’s r of every two numbers, on the customers who have both, from −1 to 1; blue and orange from 0.1 on, strong from 0.3 on. The same cell stands on both sides of the diagonal. What goes together need not cause each other.',
      width: 24,
      height: 18,
      queries: [documents(source, { filter: `${field.kind}:correlation`, size: 1000 })],
    })
      .noValue('Fewer than two numbers vary among the customers, so nothing can go together')
      .decimals(2)
      .transformations(cells(field.label, field.other, field.r, field.place))
      // The longest word of a name, “satisfaction”, fits: a header's words are cut, not broken.
      .overrides([numbers(...signed, { id: 'custom.minWidth', value: 100 }), wide(' ', 190)])
  );
}

export function missingValues(): Panel {
  const columns = { [field.label]: 'Field', [field.missing]: 'Missing', [field.rate]: 'Share', [field.distinct]: 'Distinct values' }; // prettier-ignore
  return rows({
    title: 'What is missing?',
    how: 'For each field that at least one customer has: how many lack it, and how many different values there are.',
    width: 24,
    height: 12,
    queries: [documents(source, { filter: `${field.kind}:missing`, size: 100 })],
  })
    .noValue('No customer has any field that could be missing')
    .transformations([sorted(field.place), only(Object.keys(columns)), renamed(columns, Object.keys(columns))])
    .overrides([
      barCell('Share', 'percentunit'),
      { matcher: { id: 'byName', options: 'Share' }, properties: [{ id: 'decimals', value: 1 }, { id: 'max', value: 1 }] }, // prettier-ignore
      wide('Field', 190),
      counted('Missing'),
      counted('Distinct values'),
    ]);
}

export function anomalyHours({ has }: World): Panel {
  const title = 'At which hour do transactions look wrong?';
  if (!hasTransactions(has)) {
    return explanation({
      title,
      about: 'Anomalies are transactions that do not fit their customer’s own past.',
      paragraphs: [
        '**The loaded data has customers, but no transactions**, so there are no anomalies by hour and type.',
      ],
      width: 24,
      height: 4,
    });
  }
  return rows({
    title,
    how: 'Anomalies (score of 0.8 or more) in 1,000 transactions of that type and hour, in the business time zone; empty where there were none.',
    width: 24,
    height: 7,
    queries: [documents(source, { filter: `${field.kind}:anomaly_hour`, size: 1000 })],
  })
    .noValue('The newest run scored no transactions')
    .decimals(0)
    .transformations(cells(field.group, field.other_group, field.rate, field.place))
    .overrides([numbers(...shaded), wide(' ', 130)]);
}
