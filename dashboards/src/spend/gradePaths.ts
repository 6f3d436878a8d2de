import { TermsOrder } from '@grafana/grafana-foundation-sdk/elasticsearch';
import type * as table from '@grafana/grafana-foundation-sdk/table';
import { inUnit, percent } from '../columns';
import { customerLinks } from '../customerLinks';
import { dataSources } from '../dataSources';
import type { SpendScope } from '../filters';
import { barCell, ofNewestRun, renamed, rows, wide } from '../panels';
import { aggregate, greatest, least, terms } from '../query';

const { customers } = dataSources;
const field = customers.index.fields;
const path = field.grade_path;

/** A border is near for who is within a tenth of it. */
const near = '[0 TO 0.1]';
const one = { size: 1, orderBy: '_count' };
const nearest = { size: 25, orderBy: '1', order: TermsOrder.Asc };
const dated = 'in the 365 days before the newest run’s snapshot date';

interface Nearness {
  title: string;
  how: string;
  filter: string;
  distance: string;
  amount: string;
  to: string;
  /** what the amount is */
  amountName: string;
  empty: string;
}

function nearTo(
  { title, how, filter, distance, amount, to, amountName, empty }: Nearness,
  money: string
): table.PanelBuilder {
  // prettier-ignore
  return ofNewestRun(
    rows({
      title,
      how,
      width: 12,
      height: 11,
      queries: [
        aggregate(customers, {
          filter,
          metrics: [least(distance), greatest(amount), greatest(path.year_spend)],
          by: [terms(field.user_id, nearest), terms(field.grade, one), terms(to, one)],
        }),
      ],
    })
  )
    .noValue(empty)
    .transformations([
      renamed(
        {
          [field.user_id]: 'Customer',
          [field.grade]: 'Now',
          [to]: 'Next',
          Min: 'Distance',
          [`Max ${amount}`]: amountName,
          [`Max ${path.year_spend}`]: 'Spend',
        },
        [field.user_id, field.grade, to, `Max ${path.year_spend}`, `Max ${amount}`, 'Min']
      ),
    ])
    .overrides([
      customerLinks('Customer'),
      wide('Customer', 150),
      inUnit('Spend', money),
      inUnit(amountName, money),
      percent('Distance'),
    ]);
}

export const rising = ({ people }: SpendScope, money: string): table.PanelBuilder =>
  nearTo(
    {
      title: 'Who is nearest to a higher grade?',
      how: `Customers who lack at most a tenth of the border to the next grade, the nearest 25 first: net spend ${dated}, and what is missing, in money and as a share of the border. Under the filters on traits; a customer leads to its spend and its anomalies.`,
      filter: `${people} AND ${path.up_distance}:${near}`,
      distance: path.up_distance,
      amount: path.up_missing,
      to: path.up_to,
      amountName: 'Missing',
      empty: 'Nobody is within a tenth of a border',
    },
    money
  );

export const falling = ({ people }: SpendScope, money: string): table.PanelBuilder =>
  nearTo(
    {
      title: 'Who is nearest to losing the grade?',
      how: `Customers whose net spend ${dated} is at most a tenth above the border of their own grade, the nearest 25 first: what is left above it, in money and as a share of the border. Under the filters on traits.`,
      filter: `${people} AND ${path.down_distance}:${near}`,
      distance: path.down_distance,
      amount: path.down_room,
      to: path.down_to,
      amountName: 'Left',
      empty: 'Nobody is within a tenth of a border',
    },
    money
  );

/** VIPs by how likely they reach the border to VVIP within a quarter. */
export const nextVvips = ({ people }: SpendScope, money: string): table.PanelBuilder =>
  ofNewestRun(
    rows({
      title: 'Who is likely to be VVIP next?',
      how: `VIPs by the probability to reach the border to VVIP within 90 days: logistic regression on how near the year is and how fast the last quarter was, learnt from who below a border 90 days before the snapshot date is above it now. The 25 likeliest; net spend ${dated}.`,
      width: 24,
      height: 10,
      queries: [
        aggregate(customers, {
          filter: `${people} AND ${field.grade}:VIP AND ${path.up_to}:VVIP`,
          metrics: [
            greatest(path.up_probability),
            least(path.up_missing),
            greatest(path.year_spend),
            greatest(path.quarter_spend),
          ],
          by: [
            terms(field.user_id, { size: 25, orderBy: '1' }),
            terms(field.age_band, one),
            terms(field.life_stage, one),
          ],
        }),
      ],
    })
  )
    .noValue('No forecast: it needs a year and a quarter of history, and customers who crossed a border')
    .transformations([
      renamed(
        {
          [field.user_id]: 'Customer',
          [field.age_band]: 'Age',
          [field.life_stage]: 'Life stage',
          [`Max ${path.up_probability}`]: 'Likely',
          Min: 'Missing',
          [`Max ${path.year_spend}`]: 'Spend',
          [`Max ${path.quarter_spend}`]: 'In the last 90 days',
        },
        [
          field.user_id,
          field.age_band,
          field.life_stage,
          `Max ${path.up_probability}`,
          'Min',
          `Max ${path.year_spend}`,
          `Max ${path.quarter_spend}`,
        ]
      ),
    ])
    .overrides([
      customerLinks('Customer'),
      wide('Customer', 150),
      barCell('Likely', 'percentunit'),
      {
        matcher: { id: 'byName', options: 'Likely' },
        properties: [
          { id: 'max', value: 1 },
          { id: 'decimals', value: 0 },
        ],
      },
      inUnit('Missing', money),
      inUnit('Spend', money),
      inUnit('In the last 90 days', money),
    ]);
