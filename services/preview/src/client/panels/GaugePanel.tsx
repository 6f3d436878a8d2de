import {
  type FieldDisplay,
  formattedValueToString,
  type GrafanaTheme2,
  PanelPlugin,
  type PanelProps,
} from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import { type SingleStatBaseOptions, VizOrientation } from '@grafana/schema';
import { useTheme2, VizRepeater } from '@grafana/ui';
import { arc } from 'd3-shape';
import type { ReactElement } from 'react';
import { optionDefaults, reduceDefaults } from './defaults';
import { displayValues, isEmpty } from './displayValues';
import { gaugeAngle, gaugeEnd, gaugeStart, thresholdBands } from './gaugeGeometry';

interface Options extends SingleStatBaseOptions {
  showThresholdMarkers: boolean;
  showThresholdLabels: boolean;
}

const path = (innerRadius: number, outerRadius: number, startAngle: number, endAngle: number): string =>
  arc()({ innerRadius, outerRadius, startAngle, endAngle }) ?? '';

interface DialProps {
  value: FieldDisplay;
  width: number;
  height: number;
  showMarkers: boolean;
  theme: GrafanaTheme2;
}

/** Grafana's own gauge needs a jQuery plugin that is not on npm; this draws the same in SVG. */
function Dial({ value, width, height, showMarkers, theme }: DialProps): ReactElement {
  const { field, display } = value;
  const radius = Math.max(10, Math.min(width / 2, height * 0.62) - 6);
  const min = field.min ?? 0;
  const max = field.max ?? 100;
  const bands = thresholdBands(field.thresholds?.steps ?? [], min, max);
  const text = formattedValueToString(display);
  return (
    <svg width={width} height={height} role="img" aria-label={`${display.title ?? ''} ${text}`}>
      <g transform={`translate(${width / 2},${height * 0.6})`}>
        <path d={path(radius * 0.68, radius * 0.92, gaugeStart, gaugeEnd)} fill={theme.colors.background.secondary} />
        <path
          d={path(radius * 0.68, radius * 0.92, gaugeStart, gaugeAngle(display.numeric, min, max))}
          fill={display.color}
        />
        {showMarkers &&
          bands.map((band) => (
            <path
              key={band.from}
              d={path(radius * 0.95, radius, gaugeAngle(band.from, min, max), gaugeAngle(band.to, min, max))}
              fill={theme.visualization.getColorByName(band.color)}
            />
          ))}
        <text
          textAnchor="middle"
          dominantBaseline="middle"
          fontSize={radius * 0.3}
          fontWeight={500}
          fill={display.color}
        >
          {text}
        </text>
        <text
          y={radius * 0.6}
          textAnchor="middle"
          fontSize={Math.min(16, radius * 0.2)}
          fill={theme.colors.text.primary}
        >
          {display.title}
        </text>
      </g>
    </svg>
  );
}

function GaugePanel(props: PanelProps<Options>): ReactElement {
  const theme = useTheme2();
  if (isEmpty(props)) {
    return <PanelDataErrorView panelId={props.id} data={props.data} fieldConfig={props.fieldConfig} />;
  }
  return (
    <VizRepeater<FieldDisplay>
      source={props.data}
      getValues={() => displayValues(props, theme)}
      renderCounter={props.renderCounter}
      width={props.width}
      height={props.height}
      orientation={props.options.orientation}
      autoGrid
      minVizHeight={75}
      minVizWidth={75}
      renderValue={({ value, width, height }) => (
        <Dial
          value={value}
          width={width}
          height={height}
          showMarkers={props.options.showThresholdMarkers}
          theme={theme}
        />
      )}
    />
  );
}

export const gaugePanel = (): PanelPlugin<Options, object> =>
  new PanelPlugin<Options, object>(GaugePanel).useFieldConfig().setPanelOptions(
    optionDefaults<Options>({
      reduceOptions: reduceDefaults,
      orientation: VizOrientation.Auto,
      showThresholdLabels: false,
      showThresholdMarkers: true,
    })
  );
