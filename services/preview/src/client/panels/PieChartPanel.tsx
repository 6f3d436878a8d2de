import {
  type DisplayValue,
  FieldColorModeId,
  FieldConfigProperty,
  type FieldDisplay,
  formattedValueToString,
  PanelPlugin,
  type PanelProps,
} from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import type { ReduceDataOptions, VizLegendOptions } from '@grafana/schema';
import { useTheme2, VizLayout, VizLegend, type VizLegendItem } from '@grafana/ui';
import { arc, pie, type PieArcDatum } from 'd3-shape';
import type { ReactElement } from 'react';
import { fieldDefaults, hideFromDefaults, legendDefaults, optionDefaults, reduceDefaults } from './defaults';
import { displayValues } from './displayValues';
import { paletteColor, usesPalette } from './seriesColor';

interface Options {
  reduceOptions: ReduceDataOptions;
  pieType: 'pie' | 'donut';
  displayLabels: string[];
  legend: VizLegendOptions & { values: string[] };
}

const percent = (share: number): string => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)}%`;

function legendItems(slices: readonly FieldDisplay[], total: number, values: readonly string[]): VizLegendItem[] {
  return slices.map(({ display }) => {
    const share = display.numeric / total;
    const shown: DisplayValue[] = [
      ...(values.includes('value')
        ? [{ numeric: display.numeric, text: formattedValueToString(display), title: 'Value' }]
        : []),
      ...(values.includes('percent') ? [{ numeric: share, text: percent(share), title: 'Percent' }] : []),
    ];
    return { label: display.title ?? '', color: display.color ?? '', yAxis: 1, getDisplayValues: () => shown };
  });
}

function PieChartPanel(props: PanelProps<Options>): ReactElement {
  const theme = useTheme2();
  const { options } = props;
  const frame = props.data.series[0];
  const slices = displayValues(props, theme)
    .filter(({ display }) => display.numeric > 0)
    .map((slice, at): FieldDisplay => {
      // Values that are equal share one cached display value, and with it a colour.
      const field = frame?.fields[slice.colIndex ?? -1];
      return field && usesPalette(field)
        ? { ...slice, display: { ...slice.display, color: paletteColor(field, at, theme) } }
        : slice;
    });
  const total = slices.reduce((sum, { display }) => sum + display.numeric, 0);
  if (slices.length === 0) {
    return <PanelDataErrorView panelId={props.id} data={props.data} fieldConfig={props.fieldConfig} needsNumberField />;
  }
  const { legend } = options;
  const legendView = legend.showLegend ? (
    <VizLayout.Legend placement={legend.placement} width={legend.width}>
      <VizLegend
        placement={legend.placement}
        displayMode={legend.displayMode}
        items={legendItems(slices, total, legend.values)}
      />
    </VizLayout.Legend>
  ) : null;
  return (
    <VizLayout width={props.width} height={props.height} legend={legendView}>
      {(width: number, height: number) => {
        const radius = Math.max(8, Math.min(width, height) / 2 - 6);
        const shape = arc<PieArcDatum<FieldDisplay>>()
          .innerRadius(options.pieType === 'donut' ? radius * 0.66 : 0)
          .outerRadius(radius)
          .cornerRadius(2)
          .padAngle(0.006);
        const arcs = pie<FieldDisplay>()
          .value(({ display }) => display.numeric)
          .sort(null)(slices);
        return (
          <svg width={width} height={height} role="img" aria-label={`${props.title}: ${slices.length} shares`}>
            <g transform={`translate(${width / 2},${height / 2})`}>
              {arcs.map((slice) => (
                <path key={slice.index} d={shape(slice) ?? ''} fill={slice.data.display.color}>
                  <title>
                    {`${slice.data.display.title ?? ''}: ${formattedValueToString(slice.data.display)} (${percent(slice.data.display.numeric / total)})`}
                  </title>
                </path>
              ))}
              {options.displayLabels.length > 0 &&
                arcs
                  .filter((slice) => slice.endAngle - slice.startAngle > 0.25)
                  .map((slice) => (
                    <text
                      key={slice.index}
                      transform={`translate(${shape.centroid(slice).join(',')})`}
                      textAnchor="middle"
                      dominantBaseline="middle"
                      fontSize={12}
                      fill={theme.colors.getContrastText(slice.data.display.color ?? theme.colors.background.primary)}
                    >
                      {options.displayLabels.includes('name')
                        ? slice.data.display.title
                        : options.displayLabels.includes('percent')
                          ? percent(slice.data.display.numeric / total)
                          : formattedValueToString(slice.data.display)}
                    </text>
                  ))}
            </g>
          </svg>
        );
      }}
    </VizLayout>
  );
}

export const pieChartPanel = (): PanelPlugin<Options, object> =>
  new PanelPlugin<Options, object>(PieChartPanel)
    .useFieldConfig({
      standardOptions: { [FieldConfigProperty.Color]: { defaultValue: { mode: FieldColorModeId.PaletteClassic } } },
      useCustomConfig: fieldDefaults({ hideFrom: hideFromDefaults }),
    })
    .setPanelOptions(
      optionDefaults<Options>({
        reduceOptions: reduceDefaults,
        pieType: 'pie',
        displayLabels: [],
        legend: { ...legendDefaults, values: [] },
      })
    );
