import type * as barchart from '@grafana/grafana-foundation-sdk/barchart';
import * as common from '@grafana/grafana-foundation-sdk/common';
import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { TermsOrder } from '@grafana/grafana-foundation-sdk/elasticsearch';
import type * as table from '@grafana/grafana-foundation-sdk/table';
import { grades } from '@spendscope/contracts';
import { crossed } from '../cells';
import { computed, inUnit } from '../columns';
import { dataSources } from '../dataSources';
import type { SpendScope } from '../filters';
import { found, insight } from '../insightTable';
import { barCell, bars, counted, gradeOverrides, ofNewestRun, only, renamed, rows, sorted } from '../panels';
import { aggregate, count, sum, terms } from '../query';
import { moneyUnit } from '../world';

const { customers } = dataSources;
const field = customers.index.fields;

/** Customers of each grade, and what they spent in 365 days. */
export const gradesOfCustomers = ({ world, people }: SpendScope): table.PanelBuilder =>
  ofNewestRun(
    rows({
      title: 'How many customers has each grade?',
      how: 'Customers of the newest run that pass the filters on traits, with their net spend in the 365 days before its snapshot date.',
      width: 8,
      height: 7,
      queries: [
        aggregate(customers, {
          filter: people,
          metrics: [count, sum(field.grade_path.year_spend)],
          by: [terms(field.grade, { orderBy: '2' })],
        }),
      ],
    })
  )
    .transformations([
      computed('Per customer', 'Sum', '/', 'Count'),
      renamed({ [field.grade]: 'Grade', Count: 'Customers', Sum: 'Spend' }, [
        field.grade,
        'Count',
        'Sum',
        'Per customer',
      ]),
    ])
    .overrides([counted('Customers'), barCell('Spend', moneyUnit(world)), inUnit('Per customer', moneyUnit(world))]);

/** How customers of each age band fall into grades. */
export const gradesByAge = ({ people }: SpendScope): barchart.PanelBuilder =>
  ofNewestRun(
    bars({
      title: 'How are grades spread in each age band?',
      how: 'Share of each grade among the customers of an age band in the newest run, under the filters on traits.',
      width: 14,
      height: 9,
      queries: [
        aggregate(customers, {
          filter: people,
          metrics: [count],
          by: [terms(field.age_band, { orderBy: '_term', order: TermsOrder.Asc }), terms(field.grade, { size: 10 })],
        }),
      ],
    })
  )
    .orientation(common.VizOrientation.Horizontal)
    .stacking(common.StackingMode.Percent)
    .showValue(common.VisibilityMode.Never)
    .transformations([...crossed(field.age_band, field.grade, 'Count'), renamed({}, [' ', ...grades])])
    .overrides(gradeOverrides);

/** The share of VVIPs in each age band. */
export function vvipByAge(): barchart.PanelBuilder {
  const columns = { [insight.group]: 'Age', [insight.value]: 'VVIP' };
  return ofNewestRun(
    bars({
      title: 'What share of each age band is VVIP?',
      how: 'VVIPs among the customers of an age band. Computed by the newest run over all customers: range and filters do not change it; the test beside says what is beyond chance.',
      width: 10,
      height: 9,
      unit: 'percentunit',
      queries: [found('vvip_by_age')],
    })
  )
    .noValue('No VVIPs, or no ages')
    .decimals(1)
    .showValue(common.VisibilityMode.Always)
    .legend(
      new common.VizLegendOptionsBuilder()
        .showLegend(false)
        .displayMode(common.LegendDisplayMode.Hidden)
        .placement(common.LegendPlacement.Bottom)
        .calcs([])
    ) // prettier-ignore
    .colorScheme(new dashboard.FieldColorBuilder().mode(dashboard.FieldColorModeId.Fixed).fixedColor('purple'))
    .transformations([sorted(insight.place), only(Object.keys(columns)), renamed(columns, Object.keys(columns))]);
}
