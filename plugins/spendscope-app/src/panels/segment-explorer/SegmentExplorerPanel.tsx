import type { PanelProps } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { useMemo, useState, type JSX } from 'react';
import { PanelState } from '../../shared/state/PanelState';
import { Explorer } from './components/Explorer';
import { ExplorerSkeleton } from './components/ExplorerSkeleton';
import { explorerNotices } from './explorerNotices';
import { explorerStatus } from './explorerStatus';
import { prepareSegmentExplorer } from './prepare/prepareSegmentExplorer';
import { requestedRows } from './prepare/truncation';
import { openVariables } from './selection/dashboardVariables';
import { defaultOptions, type ExplorerMode, type SegmentExplorerOptions } from './types';

/** Customers on two axes, as counted cells or points, coloured by cluster. */
export function SegmentExplorerPanel(props: PanelProps<SegmentExplorerOptions>): JSX.Element {
  const { data, width, height } = props;
  const [mode, setMode] = useState<ExplorerMode>();
  const [axes, setAxes] = useState<Partial<Record<'x' | 'y', string>>>({});
  const options = useMemo(() => ({ ...defaultOptions, ...props.options }), [props.options]);
  const prepared = useMemo(() => {
    const requested = new Map(
      (data.request?.targets ?? []).flatMap((target) => {
        const rows = requestedRows(target);
        return rows === undefined ? [] : [[target.refId, rows] as const];
      })
    );
    return prepareSegmentExplorer(
      data.series,
      { mode: mode ?? options.mode, fields: { ...options.fields, ...axes } },
      requested
    );
  }, [data.series, data.request?.targets, mode, options.mode, options.fields, axes]);

  const status = explorerStatus(data, prepared, {
    clearFilters: () => locationService.partial(openVariables(options.variables)),
  });
  return (
    <PanelState
      status={status}
      notices={
        prepared.kind === 'view'
          ? explorerNotices(prepared.view, { now: data.request?.startTime, onDensity: () => setMode('density') })
          : []
      }
      skeleton={<ExplorerSkeleton />}
    >
      {prepared.kind === 'view' && (
        <Explorer
          view={prepared.view}
          options={options}
          width={width}
          height={height}
          onMode={setMode}
          onAxis={(axis, field) => setAxes((chosen) => ({ ...chosen, [axis]: field }))}
        />
      )}
    </PanelState>
  );
}
