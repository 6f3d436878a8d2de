import { TermsOrder } from '@grafana/grafana-foundation-sdk/elasticsearch';
import type * as table from '@grafana/grafana-foundation-sdk/table';
import { computed, inUnit } from '../columns';
import { dataSources } from '../dataSources';
import type { Filter, SpendScope } from '../filters';
import { barCell, counted, inWords, renamed, rows, wide } from '../panels';
import { aggregate, average, distinct, sum, terms } from '../query';
import { moneyUnit } from '../world';

const source = dataSources.transactions;
const field = source.index.fields;

/** Width of 24 and height in grid rows. */
export interface Place {
  width: number;
  height: number;
}

/** A field that spend is cut by, as a column's name and as words in the middle of a sentence. */
export type Cut = Pick<Filter, 'field' | 'label'> & {
  words: string;
  /** px that a table gives to long names; else all columns share alike */
  nameWidth?: number;
  /** levels as people say them */
  levels?: Readonly<Record<string, string>>;
  /** levels in their own order, not by spend */
  ordered?: boolean;
};

const mostFirst = '1';

/** Yes and no as Grafana’s data source may write a boolean's key. */
export const yesNo = (yes: string, no: string): Readonly<Record<string, string>> => ({ true: yes, '1': yes, false: no, '0': no }); // prettier-ignore

export const cuts = {
  grade: { field: field.grade, label: 'Grade', words: 'grade' },
  age: { field: field.age_band, label: 'Age', words: 'age band', ordered: true },
  sex: { field: field.sex, label: 'Sex', words: 'sex' },
  quarter: { field: field.quarter, label: 'Quarter', words: 'quarter of the business time zone', ordered: true },
  region: { field: field.region, label: 'Region', words: 'region' },
  country: { field: field.country, label: 'Country', words: 'country' },
  life: { field: field.life_stage, label: 'Life stage', words: 'life stage', nameWidth: 135 },
  children: { field: field.children, label: 'School-age children', words: 'number of school-age children', ordered: true, nameWidth: 150 }, // prettier-ignore
  member: { field: field.digital_member, label: 'Digital membership', words: 'membership of the digital channel', levels: yesNo('member', 'no member'), nameWidth: 150 }, // prettier-ignore
  product: { field: field.card_product, label: 'Card product', words: 'card product' },
  mid: { field: field.category_mid, label: 'Category', words: 'mid category', nameWidth: 160 },
} as const satisfies Record<string, Cut>;

/** Customers, spend, spend of a customer and mean payment of each level of a cut. */
export function spendTable(
  { world, filter }: SpendScope,
  cut: Cut,
  { title, how, width, height }: Place & { title: string; how?: string }
): table.PanelBuilder {
  const money = moneyUnit(world);
  // A third of the width has no room for a fifth column, so it is not asked for either.
  const roomy = width > 8;
  const order = cut.ordered ? { orderBy: '_term', order: TermsOrder.Asc } : { orderBy: mostFirst };
  return rows({
    title,
    how:
      how ??
      `Customers, spend net of refunds, spend per customer${roomy ? ' and mean payment' : ''} per ${cut.words} in the range, under the filters.`,
    width,
    height,
    queries: [
      aggregate(source, {
        filter,
        metrics: [sum(field.amount), distinct(field.user_id), ...(roomy ? [average(field.amount)] : [])],
        by: [terms(cut.field, { size: 30, ...order })],
      }),
    ],
  })
    .transformations([
      computed('Per customer', 'Sum', '/', 'Unique Count'),
      renamed({ [cut.field]: cut.label, Sum: 'Spend', 'Unique Count': 'Customers', Average: 'Per payment' }, [
        cut.field,
        'Unique Count',
        'Sum',
        'Per customer',
        'Average',
      ]),
    ])
    .overrides([
      barCell('Spend', money),
      counted('Customers'),
      wide('Customers', 85),
      inUnit('Per customer', money),
      wide('Per customer', 105),
      ...(roomy ? [inUnit('Per payment', money)] : []),
      ...(cut.levels ? [inWords(cut.label, cut.levels)] : []),
      {
        matcher: { id: 'byName', options: cut.label },
        properties: [
          { id: 'custom.align', value: 'left' },
          ...(cut.nameWidth ? [{ id: 'custom.width', value: cut.nameWidth }] : []),
        ],
      },
    ]);
}
