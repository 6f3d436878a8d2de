import { FieldColorModeId, FieldConfigProperty, FieldType, PanelPlugin, type PanelProps } from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import type { OptionsWithLegend, OptionsWithTooltip } from '@grafana/schema';
import { TimeSeries, TooltipPlugin, ZoomPlugin } from '@grafana/ui';
import type { ReactElement } from 'react';
import { AnnotationMarks } from './AnnotationMarks';
import { fieldDefaults, hideFromDefaults, legendDefaults, optionDefaults, tooltipDefaults } from './defaults';

type Options = OptionsWithLegend & OptionsWithTooltip;

function TimeSeriesPanel(props: PanelProps<Options>): ReactElement {
  const { data, options, timeRange, timeZone, width, height } = props;
  const frames = data.series.filter((frame) => frame.fields.some((field) => field.type === FieldType.time));
  const hasNumbers = frames.some((frame) => frame.fields.some((field) => field.type === FieldType.number));
  if (!hasNumbers) {
    return (
      <PanelDataErrorView
        panelId={props.id}
        data={data}
        fieldConfig={props.fieldConfig}
        needsTimeField
        needsNumberField
      />
    );
  }
  return (
    <TimeSeries
      frames={frames}
      structureRev={data.structureRev}
      timeRange={timeRange}
      timeZone={timeZone}
      width={width}
      height={height}
      legend={options.legend}
      options={options}
    >
      {(config, alignedFrame) => (
        <>
          <AnnotationMarks config={config} frames={data.annotations ?? []} timeZone={timeZone} />
          <ZoomPlugin config={config} onZoom={props.onChangeTimeRange} />
          <TooltipPlugin
            frames={frames}
            data={alignedFrame}
            config={config}
            mode={options.tooltip.mode}
            sortOrder={options.tooltip.sort}
            timeZone={timeZone}
          />
        </>
      )}
    </TimeSeries>
  );
}

const custom = {
  drawStyle: 'line',
  lineInterpolation: 'linear',
  lineWidth: 1,
  fillOpacity: 0,
  gradientMode: 'none',
  barAlignment: 0,
  barWidthFactor: 0.6,
  showPoints: 'auto',
  pointSize: 5,
  stacking: { mode: 'none', group: 'A' },
  axisPlacement: 'auto',
  axisLabel: '',
  axisColorMode: 'text',
  axisBorderShow: false,
  axisSoftMin: undefined,
  axisSoftMax: undefined,
  axisWidth: undefined,
  axisGridShow: undefined,
  axisCenteredZero: false,
  scaleDistribution: { type: 'linear' },
  spanNulls: false,
  insertNulls: false,
  thresholdsStyle: { mode: 'off' },
  lineStyle: undefined,
  transform: undefined,
  fillBelowTo: undefined,
  hideFrom: hideFromDefaults,
};

export const timeSeriesPanel = (): PanelPlugin<Options, object> =>
  new PanelPlugin<Options, object>(TimeSeriesPanel)
    .setDataSupport({ annotations: true, alertStates: false })
    .useFieldConfig({
      standardOptions: { [FieldConfigProperty.Color]: { defaultValue: { mode: FieldColorModeId.PaletteClassic } } },
      useCustomConfig: fieldDefaults(custom),
    })
    .setPanelOptions(optionDefaults<Options>({ legend: legendDefaults, tooltip: tooltipDefaults }));
