import {
  type DisplayValueAlignmentFactors,
  type FieldDisplay,
  getDisplayValueAlignmentFactors,
  type PanelProps,
} from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import type { SingleStatBaseOptions } from '@grafana/schema';
import { useTheme2, VizRepeater, type VizRepeaterRenderValueProps } from '@grafana/ui';
import type { ReactElement } from 'react';
import { displayValues, isEmpty } from './displayValues';

interface Props {
  panel: Omit<PanelProps<SingleStatBaseOptions>, 'onOptionsChange'>;
  itemSpacing: number;
  minVizWidth?: number;
  minVizHeight?: number;
  maxVizHeight?: number;
  autoGrid?: boolean;
  /** What to compute beside the values themselves. */
  extra?: Parameters<typeof displayValues>[2];
  /** Whether an empty answer is drawn too, as the text for no value. */
  drawsNothing?: boolean;
  render: (props: VizRepeaterRenderValueProps<FieldDisplay, DisplayValueAlignmentFactors>) => ReactElement;
}

/** One drawing per value of a panel's data, laid out in its room; why there is none where there is none. */
export function RepeatedValues({ panel, extra, drawsNothing = false, render, ...layout }: Props): ReactElement {
  const theme = useTheme2();
  if (isEmpty(panel) && !drawsNothing) {
    return <PanelDataErrorView panelId={panel.id} data={panel.data} fieldConfig={panel.fieldConfig} />;
  }
  return (
    <VizRepeater<FieldDisplay, DisplayValueAlignmentFactors>
      {...layout}
      source={panel.data}
      getValues={() => displayValues(panel, theme, extra)}
      getAlignmentFactors={getDisplayValueAlignmentFactors}
      renderCounter={panel.renderCounter}
      width={panel.width}
      height={panel.height}
      orientation={panel.options.orientation}
      renderValue={render}
    />
  );
}
