import {
  type DisplayValueAlignmentFactors,
  type FieldDisplay,
  getDisplayValueAlignmentFactors,
  PanelPlugin,
  type PanelProps,
} from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import {
  BigValueColorMode,
  BigValueGraphMode,
  BigValueJustifyMode,
  BigValueTextMode,
  PercentChangeColorMode,
  type SingleStatBaseOptions,
  VizOrientation,
} from '@grafana/schema';
import { BigValue, useTheme2, VizRepeater } from '@grafana/ui';
import type { ReactElement } from 'react';
import { optionDefaults, reduceDefaults } from './defaults';
import { displayValues, isEmpty } from './displayValues';

interface Options extends SingleStatBaseOptions {
  colorMode: BigValueColorMode;
  graphMode: BigValueGraphMode;
  justifyMode: BigValueJustifyMode;
  textMode: BigValueTextMode;
  wideLayout: boolean;
  showPercentChange: boolean;
  percentChangeColorMode: PercentChangeColorMode;
}

function StatPanel(props: PanelProps<Options>): ReactElement {
  const theme = useTheme2();
  const { options } = props;
  if (isEmpty(props) && !props.fieldConfig.defaults.noValue) {
    return <PanelDataErrorView panelId={props.id} data={props.data} fieldConfig={props.fieldConfig} />;
  }
  return (
    <VizRepeater<FieldDisplay, DisplayValueAlignmentFactors>
      source={props.data}
      getValues={() =>
        displayValues(props, theme, {
          sparkline: options.graphMode !== BigValueGraphMode.None,
          percentChange: options.showPercentChange,
        })
      }
      getAlignmentFactors={getDisplayValueAlignmentFactors}
      renderCounter={props.renderCounter}
      width={props.width}
      height={props.height}
      orientation={options.orientation}
      itemSpacing={3}
      autoGrid
      renderValue={({ value, alignmentFactors, width, height, count }) => (
        <BigValue
          value={value.display}
          sparkline={value.sparkline}
          count={count}
          colorMode={options.colorMode}
          graphMode={options.graphMode}
          justifyMode={options.justifyMode}
          textMode={options.textMode}
          percentChangeColorMode={options.percentChangeColorMode}
          alignmentFactors={alignmentFactors}
          text={options.text}
          width={width}
          height={height}
          theme={theme}
        />
      )}
    />
  );
}

export const statPanel = (): PanelPlugin<Options, object> =>
  new PanelPlugin<Options, object>(StatPanel).useFieldConfig().setPanelOptions(
    optionDefaults<Options>({
      reduceOptions: reduceDefaults,
      orientation: VizOrientation.Auto,
      textMode: BigValueTextMode.Auto,
      colorMode: BigValueColorMode.Value,
      graphMode: BigValueGraphMode.Area,
      justifyMode: BigValueJustifyMode.Auto,
      wideLayout: true,
      showPercentChange: false,
      percentChangeColorMode: PercentChangeColorMode.Standard,
    })
  );
