import * as barchart from '@grafana/grafana-foundation-sdk/barchart';
import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import * as common from '@grafana/grafana-foundation-sdk/common';
import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import * as piechart from '@grafana/grafana-foundation-sdk/piechart';
import * as stat from '@grafana/grafana-foundation-sdk/stat';
import * as table from '@grafana/grafana-foundation-sdk/table';
import * as timeseries from '@grafana/grafana-foundation-sdk/timeseries';
import * as xychart from '@grafana/grafana-foundation-sdk/xychart';

/** A panel asks a question in its title and says in its description how the answer is computed. */
export interface Question {
  title: string;
  how: string;
  /** Width of 24 and height in grid rows. */
  width: number;
  height: number;
  queries: Builder<Dataquery>[];
  unit?: string;
}

interface Common {
  title(title: string): this;
  description(description: string): this;
  span(width: number): this;
  height(height: number): this;
  targets(queries: Builder<Dataquery>[]): this;
  unit(unit: string): this;
  noValue(text: string): this;
}

function ask<Panel extends Common>(panel: Panel, { title, how, width, height, queries, unit }: Question): Panel {
  const asked = panel
    .title(title)
    .description(how)
    .span(width)
    .height(height)
    .targets(queries)
    .noValue('No data in this range');
  return unit === undefined ? asked : asked.unit(unit);
}

interface Timed {
  timeFrom(timeFrom: string): this;
  hideTimeOverride(hidden: boolean): this;
}

/**
 * A panel of documents that are dated by their run: whatever range of events the dashboard shows, the alias points to the
 * newest run, and ten years of runs hold it.
 */
export const ofNewestRun = <Panel extends Timed>(panel: Panel): Panel => panel.timeFrom('10y').hideTimeOverride(true);

/** Counts in full, with separators: rounded to thousands they could not be held against anything. */
export const countUnit = 'locale';

/** Grades keep one colour everywhere. */
const gradeColours: Record<string, string> = { VVIP: 'purple', VIP: 'blue', gold: 'yellow', general: '#8e8e99' };

export const gradeOverrides = Object.entries(gradeColours).map(([grade, colour]) => ({
  matcher: { id: 'byName', options: grade },
  properties: [{ id: 'color', value: { mode: 'fixed', fixedColor: colour } }],
}));

const plainThresholds = (): dashboard.ThresholdsConfigBuilder =>
  new dashboard.ThresholdsConfigBuilder()
    .mode(dashboard.ThresholdsMode.Absolute)
    .steps([{ value: null, color: 'text' }]);

export const figure = (question: Question): stat.PanelBuilder =>
  ask(new stat.PanelBuilder(), question)
    .reduceOptions(new common.ReduceDataOptionsBuilder().calcs(['lastNotNull']).values(false))
    .graphMode(common.BigValueGraphMode.None)
    .colorMode(common.BigValueColorMode.Value)
    .textMode(common.BigValueTextMode.Value)
    .thresholds(plainThresholds());

const namesBelow = (): common.VizLegendOptionsBuilder =>
  new common.VizLegendOptionsBuilder()
    .showLegend(true)
    .displayMode(common.LegendDisplayMode.List)
    .placement(common.LegendPlacement.Bottom)
    .calcs([]);

export const trend = (question: Question): timeseries.PanelBuilder =>
  ask(new timeseries.PanelBuilder(), question)
    .fillOpacity(12)
    .lineWidth(2)
    .showPoints(common.VisibilityMode.Never)
    .min(0)
    .legend(namesBelow())
    .tooltip(
      new common.VizTooltipOptionsBuilder().mode(common.TooltipDisplayMode.Multi).sort(common.SortOrder.Descending)
    );

export const share = (question: Question): piechart.PanelBuilder =>
  ask(new piechart.PanelBuilder(), question)
    .pieType(piechart.PieChartType.Donut)
    .reduceOptions(new common.ReduceDataOptionsBuilder().values(true).calcs(['lastNotNull']))
    .legend(
      new piechart.PieChartLegendOptionsBuilder()
        .showLegend(true)
        .displayMode(common.LegendDisplayMode.Table)
        .placement(common.LegendPlacement.Right)
        .values([piechart.PieChartLegendValues.Percent])
        .calcs([])
    );

export const bars = (question: Question): barchart.PanelBuilder =>
  ask(new barchart.PanelBuilder(), question)
    .fillOpacity(85)
    // The builder's default of 0 would cut every label to dots.
    .xTickLabelMaxLength(20)
    .legend(namesBelow());

/** A line for each frame: its first number is x, the second y. */
export const curves = (question: Question): xychart.PanelBuilder =>
  ask(new xychart.PanelBuilder(), question)
    .mapping(xychart.SeriesMapping.Auto)
    // The editor writes one empty series for automatic mapping.
    .series([{ build: (): xychart.XYSeriesConfig => ({}) }])
    .lineWidth(2)
    .legend(namesBelow())
    .tooltip(new common.VizTooltipOptionsBuilder().mode(common.TooltipDisplayMode.Single).sort(common.SortOrder.None));

/** A table whose cells without a value are blank: what a panel says without any row is no word for one of them. */
class Rows extends table.PanelBuilder {
  override build(): dashboard.Panel {
    const built = super.build();
    const blank = { matcher: { id: 'byRegexp', options: '/.*/' }, properties: [{ id: 'noValue', value: ' ' }] };
    const { defaults = {}, overrides = [] } = built.fieldConfig ?? {};
    return { ...built, fieldConfig: { defaults, overrides: [blank, ...overrides] } };
  }
}

export const rows = (question: Question): table.PanelBuilder => ask(new Rows(), question).showHeader(true).minWidth(70);

/** A bar inside a table's cell, for one named column. */
export const barCell = (
  column: string,
  unit: string
): { matcher: dashboard.MatcherConfig; properties: dashboard.DynamicConfigValue[] } => ({
  matcher: { id: 'byName', options: column },
  properties: [
    { id: 'unit', value: unit },
    { id: 'custom.cellOptions', value: { type: 'gauge', mode: 'basic', valueDisplayMode: 'text' } },
    { id: 'min', value: 0 },
    // Else it would end at the largest number of the table, which may be of another column and unit.
    { id: 'fieldMinMax', value: true },
    { id: 'color', value: { mode: 'fixed', fixedColor: 'blue' } },
  ],
});

/** A bar inside a table's cell for a share; its end is the whole, where a bar's usually is the largest number of its column. */
export const shareBar = (column: string): ReturnType<typeof barCell> => {
  const { matcher, properties } = barCell(column, 'percentunit');
  return { matcher, properties: [...properties, { id: 'max', value: 1 }, { id: 'decimals', value: 1 }] };
};

/** A named column holds counts. */
export const counted = (
  column: string
): { matcher: dashboard.MatcherConfig; properties: dashboard.DynamicConfigValue[] } => ({
  matcher: { id: 'byName', options: column },
  properties: [{ id: 'unit', value: countUnit }],
});

/** A column's width in px, where the panel's share would cut its texts. */
export const wide = (
  column: string,
  width: number
): { matcher: dashboard.MatcherConfig; properties: dashboard.DynamicConfigValue[] } => ({
  matcher: { id: 'byName', options: column },
  properties: [{ id: 'custom.width', value: width }],
});

/** Codes of a named column as people say them; an unknown one stays as it is. */
export const inWords = (
  column: string,
  wordsOf: Readonly<Record<string, string>>
): { matcher: dashboard.MatcherConfig; properties: dashboard.DynamicConfigValue[] } => ({
  matcher: { id: 'byName', options: column },
  properties: [
    {
      id: 'mappings',
      value: [
        {
          type: 'value',
          options: Object.fromEntries(Object.entries(wordsOf).map(([code, text], index) => [code, { text, index }])),
        },
      ],
    },
  ],
});

/** Only these columns of the documents. */
export const only = (names: readonly string[]): dashboard.DataTransformerConfig => ({
  id: 'filterFieldsByName',
  options: { include: { names: [...names] } },
});

/** Documents come in the order of their time, which all of a run share. */
export const sorted = (field: string): dashboard.DataTransformerConfig => ({
  id: 'sortBy',
  options: { fields: {}, sort: [{ field, desc: false }] },
});

/** Rows and columns of a table made of two fields, with a third in the cells. */
export const matrix = (row: string, column: string, value: string): dashboard.DataTransformerConfig => ({
  id: 'groupingToMatrix',
  options: { rowField: row, columnField: column, valueField: value, emptyValue: 'null' },
});

/** Columns as people call them. */
export const renamed = (names: Record<string, string>, order: string[] = []): dashboard.DataTransformerConfig => ({
  id: 'organize',
  options: {
    renameByName: names,
    indexByName: Object.fromEntries(order.map((name, position) => [name, position])),
    excludeByName: {},
  },
});

/** One of our own panels: options as its own types.ts declares them. */
export const own = (type: string, question: Question, options: Record<string, unknown>): dashboard.PanelBuilder =>
  ask(new dashboard.PanelBuilder().type(type), question).options(options);
