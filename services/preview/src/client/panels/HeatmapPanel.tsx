import { dateTimeFormat, formattedValueToString, PanelPlugin, type PanelProps } from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import { useTheme2 } from '@grafana/ui';
import * as schemes from 'd3-scale-chromatic';
import { type ReactElement, useMemo } from 'react';
import { fieldDefaults, hideFromDefaults, optionDefaults } from './defaults';
import { heatmapGrid } from './heatmapGrid';

interface ColorOptions {
  scheme: string;
  reverse: boolean;
  min?: number;
  max?: number;
  exponent: number;
}

interface Options {
  color: ColorOptions;
  cellGap: number;
  showValue: string;
  legend: { show: boolean };
  yAxis: { reverse?: boolean };
}

const margin = { left: 92, right: 10, top: 6, bottom: 24 };
const legendHeight = 28;

type Interpolate = (share: number) => string;

function colorScale({ scheme, reverse }: ColorOptions, isDark: boolean): Interpolate {
  const named = (schemes as unknown as Record<string, Interpolate | undefined>)[`interpolate${scheme}`];
  const interpolate = named ?? schemes.interpolateOranges;
  // Sequential schemes start bright: on a dark page that would be the strongest cell.
  const flip =
    reverse !==
    (isDark &&
      /^(Oranges|Reds|Blues|Greens|Greys|Purples|YlOrRd|YlOrBr|YlGnBu|OrRd|PuRd|BuPu|GnBu|BuGn|RdPu|PuBu|YlGn)$/.test(
        scheme
      ));
  return (share) => interpolate(flip ? 1 - share : share);
}

/** Positions of at most so many labels over `count` columns, evenly. */
const labelled = (count: number, most: number): number[] => {
  const step = Math.max(1, Math.ceil(count / Math.max(1, most)));
  return Array.from({ length: Math.ceil(count / step) }, (_, at) => at * step);
};

function HeatmapPanel({
  data,
  options,
  width,
  height,
  id,
  fieldConfig,
  timeZone,
  title,
}: PanelProps<Options>): ReactElement {
  const theme = useTheme2();
  const grid = useMemo(() => heatmapGrid(data.series), [data.series]);
  if (!grid || !Number.isFinite(grid.max)) {
    return <PanelDataErrorView panelId={id} data={data} fieldConfig={fieldConfig} needsTimeField needsNumberField />;
  }
  const color = colorScale(options.color, theme.isDark);
  const min = options.color.min ?? grid.min;
  const max = options.color.max ?? grid.max;
  const shareOf = (value: number): number => Math.min(1, Math.max(0, max > min ? (value - min) / (max - min) : 1));
  const plot = {
    width: Math.max(0, width - margin.left - margin.right),
    height: Math.max(0, height - margin.top - margin.bottom - (options.legend.show ? legendHeight : 0)),
  };
  const cell = { width: plot.width / grid.times.length, height: plot.height / grid.rows.length };
  const gap = Math.min(options.cellGap, cell.width / 3, cell.height / 3);
  const top = (row: number): number => (options.yAxis.reverse ? row : grid.rows.length - 1 - row) * cell.height;
  const text = { fontSize: 12, fill: theme.colors.text.secondary };
  const spansDays = (grid.times.at(-1) ?? 0) - (grid.times[0] ?? 0) > 2 * 86_400_000;
  const when = (time: number): string => dateTimeFormat(time, { timeZone, format: spansDays ? 'MM/DD' : 'HH:mm' });
  const formatted = (value: number): string => {
    const display = grid.rows[0]?.field.display;
    return display ? formattedValueToString(display(value)) : String(value);
  };
  return (
    <svg
      width={width}
      height={height}
      role="img"
      aria-label={`${title}: ${grid.rows.length} rows over ${grid.times.length} points in time`}
    >
      <g transform={`translate(${margin.left},${margin.top})`}>
        {grid.rows.map((row, at) => (
          <g key={row.name} transform={`translate(0,${top(at)})`}>
            <text x={-8} y={cell.height / 2} dominantBaseline="middle" textAnchor="end" {...text}>
              {row.name.length > 13 ? `${row.name.slice(0, 12)}…` : row.name}
            </text>
            {row.values.map((value, column) =>
              value === null || value === 0 ? null : (
                <rect
                  key={column}
                  x={column * cell.width}
                  width={Math.max(0.5, cell.width - gap)}
                  height={Math.max(0.5, cell.height - gap)}
                  fill={color(shareOf(value) ** options.color.exponent)}
                >
                  <title>{`${row.name} · ${dateTimeFormat(grid.times[column] ?? 0, { timeZone })}\n${formatted(value)}`}</title>
                </rect>
              )
            )}
          </g>
        ))}
        {labelled(grid.times.length, plot.width / 70).map((column) => (
          <text key={column} x={column * cell.width} y={plot.height + 16} {...text}>
            {when(grid.times[column] ?? 0)}
          </text>
        ))}
      </g>
      {options.legend.show && (
        <g transform={`translate(${margin.left},${height - legendHeight + 6})`}>
          {Array.from({ length: 24 }, (_, at) => (
            <rect key={at} x={at * 6} width={6} height={8} fill={color((at / 23) ** options.color.exponent)} />
          ))}
          <text y={20} {...text}>
            {formatted(min)}
          </text>
          <text x={144} y={20} textAnchor="end" {...text}>
            {formatted(max)}
          </text>
        </g>
      )}
    </svg>
  );
}

export const heatmapPanel = (): PanelPlugin<Options, object> =>
  new PanelPlugin<Options, object>(HeatmapPanel)
    .useFieldConfig({ useCustomConfig: fieldDefaults({ hideFrom: hideFromDefaults }) })
    .setPanelOptions(
      optionDefaults<Options>({
        color: { scheme: 'Oranges', reverse: false, exponent: 0.5 },
        cellGap: 1,
        showValue: 'auto',
        legend: { show: true },
        yAxis: {},
      })
    );
