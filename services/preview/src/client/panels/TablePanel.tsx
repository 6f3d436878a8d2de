import { cacheFieldDisplayNames, PanelPlugin, type PanelProps } from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import { TableCellDisplayMode, TableCellHeight, type TableSortByFieldState } from '@grafana/schema';
import { TableNG } from '@grafana/ui/unstable';
import type { ReactElement } from 'react';
import { fieldDefaults, hideFromDefaults, optionDefaults } from './defaults';

interface Options {
  frameIndex: number;
  showHeader: boolean;
  showTypeIcons: boolean;
  cellHeight: TableCellHeight;
  enablePagination: boolean;
  sortBy: TableSortByFieldState[];
}

function TablePanel(props: PanelProps<Options>): ReactElement {
  const { data, options, fieldConfig, timeRange, width, height } = props;
  const frame = data.series[options.frameIndex] ?? data.series[0];
  if (!frame || frame.fields.length === 0) {
    return <PanelDataErrorView panelId={props.id} data={data} fieldConfig={fieldConfig} />;
  }
  // Without the cached names, renamed columns show their old ones.
  cacheFieldDisplayNames(data.series);
  return (
    <TableNG
      data={frame}
      width={width}
      height={height}
      noHeader={!options.showHeader}
      showTypeIcons={options.showTypeIcons}
      cellHeight={options.cellHeight}
      enablePagination={options.enablePagination}
      initialSortBy={options.sortBy}
      structureRev={data.structureRev}
      fieldConfig={fieldConfig}
      timeRange={timeRange}
      resizable
    />
  );
}

const custom = {
  align: 'auto',
  cellOptions: { type: TableCellDisplayMode.Auto },
  inspect: false,
  filterable: false,
  width: undefined,
  minWidth: undefined,
  wrapText: undefined,
  wrapHeaderText: undefined,
  hidden: undefined,
  hideFrom: hideFromDefaults,
  footer: undefined,
};

export const tablePanel = (): PanelPlugin<Options, object> =>
  new PanelPlugin<Options, object>(TablePanel)
    .useFieldConfig({ useCustomConfig: fieldDefaults(custom) })
    .setPanelOptions(
      optionDefaults<Options>({
        frameIndex: 0,
        showHeader: true,
        showTypeIcons: false,
        cellHeight: TableCellHeight.Sm,
        enablePagination: false,
        sortBy: [],
      })
    );
