import {
  type Field,
  FieldConfigProperty,
  FieldColorModeId,
  formattedValueToString,
  PanelPlugin,
  type PanelProps,
} from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import type { OptionsWithLegend, OptionsWithTooltip } from '@grafana/schema';
import { useTheme2, VizLayout, VizLegend } from '@grafana/ui';
import type { ReactElement } from 'react';
import { niceTicks } from './barLayout';
import { fieldDefaults, hideFromDefaults, legendDefaults, optionDefaults, tooltipDefaults } from './defaults';
import { paletteColor, usesPalette } from './seriesColor';
import { type XySeries, xySeries } from './xySeries';

type Options = OptionsWithLegend & OptionsWithTooltip;

interface Custom {
  show: 'points' | 'lines' | 'points+lines';
  pointSize: { fixed?: number };
  lineWidth: number;
  lineStyle?: { fill?: string };
  axisLabel?: string;
}

const margin = { left: 64, right: 12, top: 8, bottom: 44 };
const customOf = (field: Field): Custom => field.config.custom as Custom;
const text = (field: Field, value: number): string =>
  field.display ? formattedValueToString(field.display(value)) : String(value);

/** Round ends and steps of an axis over all series; set ends win. */
function scaleOf(fields: readonly Field[], pixels: number): { low: number; high: number; ticks: number[] } {
  const values = fields.flatMap((field) => (field.values as (number | null)[]).filter((value) => Number.isFinite(value)) as number[]); // prettier-ignore
  const low = fields[0]!.config.min ?? Math.min(...values);
  const high = fields[0]!.config.max ?? Math.max(...values);
  const ticks = niceTicks(low, high, pixels / 70).filter((tick) => tick >= low - 1e-9 && tick <= high + 1e-9);
  return { low, high: high > low ? high : low + 1, ticks };
}

interface PlotProps {
  width: number;
  height: number;
  series: readonly XySeries[];
  colors: readonly string[];
  title: string;
}

function Plot({ width, height, series, colors, title }: PlotProps): ReactElement {
  const theme = useTheme2();
  const inner = {
    width: Math.max(1, width - margin.left - margin.right),
    height: Math.max(1, height - margin.top - margin.bottom),
  };
  const [across, up] = [
    scaleOf(series.map(({ x }) => x), inner.width), // prettier-ignore
    scaleOf(series.map(({ y }) => y), inner.height), // prettier-ignore
  ];
  const px = (value: number): number => ((value - across.low) / (across.high - across.low)) * inner.width;
  const py = (value: number): number => inner.height * (1 - (value - up.low) / (up.high - up.low));
  const [first] = series as [XySeries];
  const style = { fontSize: 12, fill: theme.colors.text.primary };
  return (
    <svg width={width} height={height} role="img" aria-label={`${title}: ${series.map(({ name }) => name).join(', ')}`}>
      <g transform={`translate(${margin.left},${margin.top})`}>
        {across.ticks.map((tick) => (
          <g key={tick} transform={`translate(${px(tick)},0)`}>
            <line y2={inner.height} stroke={theme.colors.border.weak} />
            <text y={inner.height + 16} textAnchor="middle" {...style}>
              {text(first.x, tick)}
            </text>
          </g>
        ))}
        {up.ticks.map((tick) => (
          <g key={tick} transform={`translate(0,${py(tick)})`}>
            <line x2={inner.width} stroke={theme.colors.border.weak} />
            <text x={-6} dominantBaseline="middle" textAnchor="end" {...style}>
              {text(first.y, tick)}
            </text>
          </g>
        ))}
        <text x={inner.width / 2} y={inner.height + 36} textAnchor="middle" {...style}>
          {customOf(first.x).axisLabel ?? first.x.config.displayName ?? first.x.name}
        </text>
        <text
          transform={`translate(${12 - margin.left},${inner.height / 2}) rotate(-90)`}
          textAnchor="middle"
          {...style}
        >
          {customOf(first.y).axisLabel ?? ''}
        </text>
        {series.map(({ name, frame, x, y }, at) => {
          const { show, lineWidth, lineStyle, pointSize } = customOf(y);
          const points = Array.from({ length: frame.length }, (_, row) => ({ x: x.values[row] as number, y: y.values[row] as number })).filter((point) => Number.isFinite(point.x) && Number.isFinite(point.y)); // prettier-ignore
          return (
            <g key={name} stroke={colors[at]} fill={colors[at]}>
              {show !== 'points' && (
                <polyline
                  points={points.map((point) => `${px(point.x)},${py(point.y)}`).join(' ')}
                  fill="none"
                  strokeWidth={lineWidth}
                  strokeDasharray={lineStyle?.fill === 'dash' ? '6 5' : undefined}
                />
              )}
              {points.map((point, row) => (
                <circle
                  key={row}
                  cx={px(point.x)}
                  cy={py(point.y)}
                  r={show === 'lines' ? 5 : (pointSize.fixed ?? 5) / 2 + 1}
                  // A line's points are there to be hovered.
                  opacity={show === 'lines' ? 0 : 1}
                >
                  <title>{`${name}\n${text(x, point.x)}, ${text(y, point.y)}`}</title>
                </circle>
              ))}
            </g>
          );
        })}
      </g>
    </svg>
  );
}

function XyChartPanel(props: PanelProps<Options>): ReactElement {
  const theme = useTheme2();
  const { data, options, width, height, title } = props;
  const series = xySeries(data.series).filter(({ frame }) => frame.length > 0);
  if (series.length === 0) {
    return <PanelDataErrorView panelId={props.id} data={data} fieldConfig={props.fieldConfig} needsNumberField />;
  }
  const { legend } = options;
  const colors = series.map(({ y }, at) =>
    usesPalette(y) ? paletteColor(y, at, theme) : (y.display?.(y.values[0]).color ?? theme.colors.primary.main)
  );
  return (
    <VizLayout
      width={width}
      height={height}
      legend={
        legend.showLegend ? (
          <VizLayout.Legend placement={legend.placement} width={legend.width}>
            <VizLegend
              placement={legend.placement}
              displayMode={legend.displayMode}
              items={series.map(({ name }, at) => ({ label: name, color: colors[at], yAxis: 1 }))}
            />
          </VizLayout.Legend>
        ) : null
      }
    >
      {(plotWidth: number, plotHeight: number) => (
        <Plot width={plotWidth} height={plotHeight} series={series} colors={colors} title={title} />
      )}
    </VizLayout>
  );
}

export const xyChartPanel = (): PanelPlugin<Options, object> =>
  new PanelPlugin<Options, object>(XyChartPanel)
    .useFieldConfig({
      standardOptions: { [FieldConfigProperty.Color]: { defaultValue: { mode: FieldColorModeId.PaletteClassic } } },
      useCustomConfig: fieldDefaults({
        show: 'points',
        pointSize: { fixed: 5 },
        lineWidth: 1,
        lineStyle: { fill: 'solid' },
        axisLabel: undefined,
        hideFrom: hideFromDefaults,
      }),
    })
    .setPanelOptions(optionDefaults<Options>({ legend: legendDefaults, tooltip: tooltipDefaults }));
