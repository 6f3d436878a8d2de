import { TermsOrder } from '@grafana/grafana-foundation-sdk/elasticsearch';
import type * as table from '@grafana/grafana-foundation-sdk/table';
import { dataSources } from './dataSources';
import { barCell, renamed, rows, wide } from './panels';
import { aggregate, average, sum, terms } from './query';

const migrations = dataSources.segmentMigrations;
const choices = dataSources.clusterChoices;
const moved = migrations.index.fields;
const choice = choices.index.fields;

const percent = (column: string): ReturnType<typeof wide> => ({
  matcher: { id: 'byName', options: column },
  properties: [
    { id: 'unit', value: 'percentunit' },
    { id: 'decimals', value: 1 },
  ],
});
const decimals = (column: string, digits: number): ReturnType<typeof wide> => ({
  matcher: { id: 'byName', options: column },
  properties: [{ id: 'decimals', value: digits }],
});

/** The panel whose documents the rule on rising churn asks about. */
export const movesTitle = 'Who moved between segments?';

const columns = {
  [moved.from_name]: 'From',
  [moved.to_name]: 'To',
  Sum: 'Customers',
  [`Average ${moved.share}`]: 'Share of from',
  [`Average ${moved.churn_change}`]: 'Churn change',
};

/** What changed since the run before, and whether another number of segments would fit better. Filters do not apply. */
export const segmentRunPanels = (): table.PanelBuilder[] => [
  rows({
    title: movesTitle,
    how: 'Customers by their segment in the run before and in the newest one. Segments keep their number from run to run: each takes that of the segment whose customers it took over. Churn change: of those segments, the rate less that of the run before; above 5 points an alert fires.',
    width: 14,
    height: 11,
    queries: [
      aggregate(migrations, {
        metrics: [sum(moved.customers), average(moved.share), average(moved.churn_change)],
        by: [terms(moved.from_name, { size: 50 }), terms(moved.to_name, { size: 50, orderBy: '1' })],
      }),
    ],
  })
    .transformations([renamed(columns, Object.keys(columns))])
    .overrides([barCell('Customers', 'locale'), percent('Share of from'), percent('Churn change')]),
  rows({
    title: 'How many segments fit?',
    how: 'K-means at each number of segments, on a sample of customers. Silhouette: how clearly they lie apart, up to 1. Stability: how alike the segments are when customers are drawn anew, 1 for the same. Suggested is the highest silhouette among those with a stability of 0.8 or more.',
    width: 10,
    height: 11,
    queries: [
      aggregate(choices, {
        metrics: [average(choice.silhouette), average(choice.stability), average(choice.calinski_harabasz)],
        by: [
          terms(choice.k, { size: 20, orderBy: '_term', order: TermsOrder.Asc }),
          terms(choice.verdict, { size: 1 }),
        ],
      }),
    ],
  })
    .transformations([
      renamed(
        {
          [choice.k]: 'Segments',
          [choice.verdict]: 'This run',
          [`Average ${choice.silhouette}`]: 'Silhouette',
          [`Average ${choice.stability}`]: 'Stability',
          [`Average ${choice.calinski_harabasz}`]: 'Calinski–Harabasz',
        },
        [
          choice.k,
          choice.verdict,
          `Average ${choice.silhouette}`,
          `Average ${choice.stability}`,
          `Average ${choice.calinski_harabasz}`,
        ]
      ),
    ])
    .overrides([
      decimals('Segments', 0),
      decimals('Silhouette', 3),
      decimals('Stability', 2),
      decimals('Calinski–Harabasz', 0),
      wide('Calinski–Harabasz', 150),
      {
        matcher: { id: 'byName', options: 'This run' },
        properties: [{ id: 'mappings', value: [{ type: 'value', options: { other: { text: '' } } }] }],
      },
    ]),
];
