import type * as barchart from '@grafana/grafana-foundation-sdk/barchart';
import * as common from '@grafana/grafana-foundation-sdk/common';
import { TermsOrder } from '@grafana/grafana-foundation-sdk/elasticsearch';
import type * as timeseries from '@grafana/grafana-foundation-sdk/timeseries';
import { crossed } from '../cells';
import { dataSources } from '../dataSources';
import type { SpendScope } from '../filters';
import { bars, gradeOverrides, sorted, trend } from '../panels';
import { aggregate, byTime, sum, terms } from '../query';
import { type World, moneyUnit } from '../world';
import type { Cut, Place } from './spendTable';

const source = dataSources.transactions;
const field = source.index.fields;
const ascending = { orderBy: '_term', order: TermsOrder.Asc };

const monthlyOf = ({ timeZone }: World): ReturnType<typeof byTime> => byTime(field['@timestamp'], '1M', timeZone);

/** Monthly spend, by grade where the data has grades, else in one line. */
export function spendGrowth({ world, filter }: SpendScope, { width, height }: Place): timeseries.PanelBuilder {
  const hasGrades = world.has.transactions.includes(field.grade);
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

/** Quarters of each year side by side. Data that keeps coming is asked for three years, whatever the range. */
export function sameQuarters({ world, filter }: SpendScope, { width, height }: Place): barchart.PanelBuilder {
  const panel = bars({
    title: 'Is each quarter above the same one last year?',
    how: `Sum of amounts per quarter of the business time zone, one colour a year${world.live ? ', over three years whatever the range' : ''}. The newest quarter, and the first of the data, are partial: “More than last year?” compares the same days.`,
    width,
    height,
    unit: moneyUnit(world),
    queries: [
      aggregate(source, {
        filter,
        metrics: [sum(field.amount)],
        // Years in their order first: columns stand in the order in which they come.
        by: [terms(field.year, ascending), terms(field.quarter_of_year, ascending)],
      }),
    ],
  })
    .transformations([...crossed(field.quarter_of_year, field.year, 'Sum'), sorted(' ')])
    .showValue(common.VisibilityMode.Never);
  return world.live ? panel.timeFrom('3y') : panel;
}

/** Monthly spend of the largest levels of a cut. */
export function growthOf(
  { world, filter }: SpendScope,
  cut: Cut,
  { title, many, width, height }: Place & { title: string; many: string }
): timeseries.PanelBuilder {
  return trend({
    title,
    how: `Monthly spend of the eight largest ${many}.`,
    width,
    height,
    unit: moneyUnit(world),
    queries: [
      aggregate(source, {
        filter,
        alias: `{{${cut.field}}}`,
        metrics: [sum(field.amount)],
        by: [terms(cut.field, { size: 8, orderBy: '1' }), monthlyOf(world)],
      }),
    ],
  }).fillOpacity(0);
}
