import { PanelPlugin, type PanelProps } from '@grafana/data';
import {
  BarGaugeDisplayMode,
  BarGaugeNamePlacement,
  BarGaugeValueMode,
  type SingleStatBaseOptions,
  VizOrientation,
} from '@grafana/schema';
import { BarGauge, useTheme2 } from '@grafana/ui';
import type { ReactElement } from 'react';
import { RepeatedValues } from './RepeatedValues';
import { optionDefaults, reduceDefaults } from './defaults';

interface Options extends SingleStatBaseOptions {
  displayMode: BarGaugeDisplayMode;
  showUnfilled: boolean;
  valueMode: BarGaugeValueMode;
  namePlacement: BarGaugeNamePlacement;
  minVizWidth: number;
  minVizHeight: number;
  maxVizHeight: number;
}

const spacing = 8;

function BarGaugePanel(props: PanelProps<Options>): ReactElement {
  const theme = useTheme2();
  const { options } = props;
  return (
    <RepeatedValues
      panel={props}
      itemSpacing={spacing}
      minVizWidth={options.minVizWidth}
      minVizHeight={options.minVizHeight}
      maxVizHeight={options.maxVizHeight}
      render={({ value, alignmentFactors, width, height, orientation }) => (
        <BarGauge
          value={value.display}
          field={value.field}
          display={value.view?.getFieldDisplayProcessor(value.colIndex ?? 0)}
          orientation={orientation}
          displayMode={options.displayMode}
          showUnfilled={options.showUnfilled}
          valueDisplayMode={options.valueMode}
          namePlacement={options.namePlacement}
          isOverflow={false}
          alignmentFactors={alignmentFactors}
          itemSpacing={spacing}
          text={options.text}
          width={width}
          height={height}
          theme={theme}
        />
      )}
    />
  );
}

export const barGaugePanel = (): PanelPlugin<Options, object> =>
  new PanelPlugin<Options, object>(BarGaugePanel).useFieldConfig().setPanelOptions(
    optionDefaults<Options>({
      reduceOptions: reduceDefaults,
      orientation: VizOrientation.Auto,
      displayMode: BarGaugeDisplayMode.Gradient,
      showUnfilled: true,
      valueMode: BarGaugeValueMode.Color,
      namePlacement: BarGaugeNamePlacement.Auto,
      minVizWidth: 8,
      minVizHeight: 16,
      maxVizHeight: 300,
    })
  );
