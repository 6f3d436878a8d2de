import type * as barchart from '@grafana/grafana-foundation-sdk/barchart';
import * as common from '@grafana/grafana-foundation-sdk/common';
import { TermsOrder } from '@grafana/grafana-foundation-sdk/elasticsearch';
import type * as piechart from '@grafana/grafana-foundation-sdk/piechart';
import type * as table from '@grafana/grafana-foundation-sdk/table';
import { grades } from '@spendscope/contracts';
import { crossed, numbers, shaded } from '../cells';
import { dataSources } from '../dataSources';
import type { SpendScope } from '../filters';
import { bars, renamed, rows, share, wide } from '../panels';
import { aggregate, sum, terms } from '../query';
import { moneyUnit } from '../world';
import type { Cut, Place } from './spendTable';

const source = dataSources.transactions;
const field = source.index.fields;
const ascending = { orderBy: '_term', order: TermsOrder.Asc };

/** Spend by age, men and women side by side where the data knows the sex. */
export function spendByAge({ world, filter }: SpendScope, { width, height }: Place): barchart.PanelBuilder {
  const hasSex = world.has.transactions.includes(field.sex);
  const bySex = hasSex ? [terms(field.sex, ascending)] : [];
  const panel = bars({
    title: hasSex ? 'How do men and women differ by age?' : 'How does spend differ by age?',
    how: `Sum of amounts per age band${hasSex ? ' and sex' : ''} in the range.`,
    width,
    height,
    unit: moneyUnit(world),
    queries: [
      aggregate(source, { filter, metrics: [sum(field.amount)], by: [terms(field.age_band, ascending), ...bySex] }),
    ],
  }).showValue(common.VisibilityMode.Never);
  return panel.transformations(
    hasSex ? crossed(field.age_band, field.sex, 'Sum') : [renamed({ Sum: 'Spend', [field.age_band]: 'Age' })]
  );
}

/** Share of spend of each level of a cut. */
export function spendShare(
  { world, filter }: SpendScope,
  cut: Cut,
  { title, width, height, only = '*' }: Place & { title: string; only?: string }
): piechart.PanelBuilder {
  return share({
    title,
    how: `Share of spend per ${cut.words} in the range${only === '*' ? '' : ', of those named in the title'}.`,
    width,
    height,
    unit: moneyUnit(world),
    queries: [
      aggregate(source, {
        filter: only === '*' ? filter : `${filter} AND ${only}`,
        metrics: [sum(field.amount)],
        by: [terms(cut.field, { size: 20, orderBy: '1' })],
      }),
    ],
  });
}

/** Spend of two cuts against each other, the more the stronger. */
export function spendMap(
  { world, filter }: SpendScope,
  down: Cut,
  across: Cut,
  { title, width, height }: Place & { title: string }
): table.PanelBuilder {
  return rows({
    title,
    how: `Sum of amounts per ${down.words} (rows) and ${across.words} (columns) in the range; the more, the stronger the colour. Empty where nothing was spent.`,
    width,
    height,
    unit: moneyUnit(world),
    queries: [
      aggregate(source, {
        filter,
        metrics: [sum(field.amount)],
        by: [terms(down.field, { size: 30, orderBy: '1' }), terms(across.field, { size: 30, ...ascending })],
      }),
    ],
  })
    .transformations([
      ...crossed(down.field, across.field, 'Sum'),
      ...(across.field === field.grade ? [renamed({}, [' ', ...grades])] : []),
    ])
    .overrides([numbers(...shaded), wide(' ', 140)]);
}
