import {
  type DataFrame,
  type Field,
  FieldColorModeId,
  FieldConfigProperty,
  FieldType,
  formattedValueToString,
  getFieldDisplayName,
  PanelPlugin,
  type PanelProps,
} from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import { type HideSeriesConfig, type OptionsWithLegend, VizOrientation } from '@grafana/schema';
import { useTheme2, VizLayout, VizLegend } from '@grafana/ui';
import type { ReactElement } from 'react';
import { type Bar, barLayout, niceTicks, type Stacking } from './barLayout';
import { fieldDefaults, hideFromDefaults, legendDefaults, optionDefaults } from './defaults';
import { paletteColor, usesPalette } from './seriesColor';

interface Options extends OptionsWithLegend {
  orientation: VizOrientation;
  xField?: string;
  colorByField?: string;
  stacking: Stacking;
  showValue: 'auto' | 'always' | 'never';
  groupWidth: number;
  barWidth: number;
  barRadius: number;
  xTickLabelRotation: number;
}

const format = (field: Field | undefined, value: unknown): string =>
  field?.display ? formattedValueToString(field.display(value)) : String(value ?? '');

function categoryField(frame: DataFrame, name: string | undefined): Field | undefined {
  const asked = frame.fields.find((field) => field.name === name || getFieldDisplayName(field, frame) === name);
  return (
    asked ??
    frame.fields.find((field) => field.type === FieldType.string) ??
    frame.fields.find((field) => field.type === FieldType.time)
  );
}

interface PlotProps {
  width: number;
  height: number;
  options: Options;
  category: Field;
  series: Field[];
  frame: DataFrame;
  title: string;
}

function Plot({ width, height, options, category, series, frame, title }: PlotProps): ReactElement {
  const theme = useTheme2();
  const bars = barLayout(
    series.map((field) => field.values as (number | null)[]),
    options.stacking
  );
  const ends = bars.flatMap((bar) => [bar.from, bar.to]);
  const isHorizontal = options.orientation === VizOrientation.Horizontal;
  const softMin = Math.min(0, ...ends, ...series.map((field) => field.config.min ?? 0));
  const softMax = Math.max(...ends, ...series.map((field) => field.config.max ?? -Infinity), softMin + 1e-9);
  const ticks =
    options.stacking === 'percent'
      ? [0, 0.25, 0.5, 0.75, 1]
      : niceTicks(softMin, softMax, (isHorizontal ? width : height) / 70);
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  const names = Array.from({ length: frame.length }, (_, row) => format(category, category.values[row]));
  const longest = Math.max(...names.map((name) => name.length)) * 7;
  const margin = isHorizontal
    ? { left: Math.min(longest + 12, width * 0.4), right: 16, top: 4, bottom: 24 }
    : { left: 56, right: 8, top: 8, bottom: 26 };
  const inner = {
    width: Math.max(1, width - margin.left - margin.right),
    height: Math.max(1, height - margin.top - margin.bottom),
  };
  const along = (value: number): number => {
    const share = (value - low) / (high - low || 1);
    return isHorizontal ? share * inner.width : inner.height - share * inner.height;
  };
  const band = (isHorizontal ? inner.height : inner.width) / Math.max(1, frame.length);
  const tickText = (value: number): string =>
    options.stacking === 'percent' ? `${value * 100}%` : format(series[0], value);
  const text = { fontSize: 12, fill: theme.colors.text.primary };
  const colorField = frame.fields.find((field) => field.name === options.colorByField);
  const colorOf = (bar: Bar): string => {
    const field = series[bar.series]!;
    if (colorField) {
      return colorField.display?.(colorField.values[bar.category]).color ?? theme.colors.primary.main;
    }
    return usesPalette(field)
      ? paletteColor(field, bar.series, theme)
      : (field.display?.(bar.value).color ?? theme.colors.primary.main);
  };
  const group = band * options.groupWidth;
  const step = Math.max(
    1,
    Math.ceil(((isHorizontal ? 16 : longest + 8) * frame.length) / (isHorizontal ? inner.height : inner.width))
  );

  return (
    <svg width={width} height={height} role="img" aria-label={`${title}: ${frame.length} groups of bars`}>
      <g transform={`translate(${margin.left},${margin.top})`}>
        {ticks.map((tick) =>
          isHorizontal ? (
            <g key={tick} transform={`translate(${along(tick)},0)`}>
              <line y2={inner.height} stroke={theme.colors.border.weak} />
              <text y={inner.height + 16} textAnchor="middle" {...text}>
                {tickText(tick)}
              </text>
            </g>
          ) : (
            <g key={tick} transform={`translate(0,${along(tick)})`}>
              <line x2={inner.width} stroke={theme.colors.border.weak} />
              <text x={-8} dominantBaseline="middle" textAnchor="end" {...text}>
                {tickText(tick)}
              </text>
            </g>
          )
        )}
        {bars.map((bar) => {
          const thickness = (group / bar.slots) * options.barWidth;
          const across =
            bar.category * band +
            (band - group) / 2 +
            bar.slot * (group / bar.slots) +
            (group / bar.slots - thickness) / 2;
          const [start, end] = [along(bar.from), along(bar.to)].sort((a, b) => a - b) as [number, number];
          const shape = isHorizontal
            ? { x: start, width: end - start, y: across, height: thickness }
            : { x: across, width: thickness, y: start, height: end - start };
          const field = series[bar.series]!;
          const label = format(field, bar.value);
          const hasRoom = isHorizontal ? thickness > 12 : thickness > label.length * 6.5;
          const isLabelled =
            options.showValue === 'always' ||
            (options.showValue === 'auto' && hasRoom && bar.slots * frame.length <= 24);
          return (
            <g key={`${bar.category}-${bar.series}`}>
              <rect
                {...shape}
                rx={options.barRadius * thickness * 0.5}
                fill={colorOf(bar)}
                fillOpacity={((field.config.custom as { fillOpacity?: number } | undefined)?.fillOpacity ?? 80) / 100}
              >
                <title>{`${names[bar.category]}\n${getFieldDisplayName(field, frame)}: ${label}`}</title>
              </rect>
              {isLabelled && options.stacking === 'none' && (
                <text
                  x={isHorizontal ? end + 4 : across + thickness / 2}
                  y={isHorizontal ? across + thickness / 2 : start - 4}
                  dominantBaseline={isHorizontal ? 'middle' : 'auto'}
                  textAnchor={isHorizontal ? 'start' : 'middle'}
                  {...text}
                >
                  {label}
                </text>
              )}
            </g>
          );
        })}
        {names.map((name, row) =>
          row % step === 0 ? (
            <text
              key={row}
              x={isHorizontal ? -8 : (row + 0.5) * band}
              y={isHorizontal ? (row + 0.5) * band : inner.height + 18}
              dominantBaseline={isHorizontal ? 'middle' : 'auto'}
              textAnchor={isHorizontal ? 'end' : 'middle'}
              {...text}
            >
              {isHorizontal && name.length * 7 > margin.left
                ? `${name.slice(0, Math.floor(margin.left / 7) - 2)}…`
                : name}
            </text>
          ) : null
        )}
      </g>
    </svg>
  );
}

function BarChartPanel(props: PanelProps<Options>): ReactElement {
  const theme = useTheme2();
  const { data, options, width, height, title } = props;
  const frame = data.series[0];
  const category = frame && categoryField(frame, options.xField);
  const series = frame?.fields.filter((field) => field.type === FieldType.number && field !== category) ?? [];
  if (!frame || !category || series.length === 0 || frame.length === 0) {
    return (
      <PanelDataErrorView
        panelId={props.id}
        data={data}
        fieldConfig={props.fieldConfig}
        needsStringField
        needsNumberField
      />
    );
  }
  const { legend } = options;
  const items = series.flatMap((field, at) => {
    const isHidden = (field.config.custom as { hideFrom?: HideSeriesConfig } | undefined)?.hideFrom?.legend;
    const color = usesPalette(field) ? paletteColor(field, at, theme) : field.display?.(field.values[0]).color;
    return isHidden ? [] : [{ label: getFieldDisplayName(field, frame, data.series), color, yAxis: 1 }];
  });
  return (
    <VizLayout
      width={width}
      height={height}
      legend={
        legend.showLegend && !options.colorByField ? (
          <VizLayout.Legend placement={legend.placement} width={legend.width}>
            <VizLegend placement={legend.placement} displayMode={legend.displayMode} items={items} />
          </VizLayout.Legend>
        ) : null
      }
    >
      {(plotWidth: number, plotHeight: number) => (
        <Plot
          width={plotWidth}
          height={plotHeight}
          options={options}
          category={category}
          series={series}
          frame={frame}
          title={title}
        />
      )}
    </VizLayout>
  );
}

export const barChartPanel = (): PanelPlugin<Options, object> =>
  new PanelPlugin<Options, object>(BarChartPanel)
    .useFieldConfig({
      standardOptions: { [FieldConfigProperty.Color]: { defaultValue: { mode: FieldColorModeId.PaletteClassic } } },
      useCustomConfig: fieldDefaults({
        fillOpacity: 80,
        lineWidth: 1,
        gradientMode: 'none',
        hideFrom: hideFromDefaults,
      }),
    })
    .setPanelOptions(
      optionDefaults<Options>({
        legend: legendDefaults,
        orientation: VizOrientation.Auto,
        stacking: 'none',
        showValue: 'auto',
        groupWidth: 0.7,
        barWidth: 0.97,
        barRadius: 0,
        xTickLabelRotation: 0,
      })
    );
