import { PanelPlugin, type PanelProps } from '@grafana/data';
import {
  BigValueColorMode,
  BigValueGraphMode,
  BigValueJustifyMode,
  BigValueTextMode,
  PercentChangeColorMode,
  type SingleStatBaseOptions,
  VizOrientation,
} from '@grafana/schema';
import { BigValue, useTheme2 } from '@grafana/ui';
import type { ReactElement } from 'react';
import { RepeatedValues } from './RepeatedValues';
import { optionDefaults, reduceDefaults } from './defaults';

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
  return (
    <RepeatedValues
      panel={props}
      itemSpacing={3}
      autoGrid
      extra={{ sparkline: options.graphMode !== BigValueGraphMode.None, percentChange: options.showPercentChange }}
      drawsNothing={Boolean(props.fieldConfig.defaults.noValue)}
      render={({ value, alignmentFactors, width, height, count }) => (
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
