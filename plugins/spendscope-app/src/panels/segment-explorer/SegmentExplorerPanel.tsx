import type { PanelProps } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { useCallback, useMemo, useState, type JSX } from 'react';
import { PanelState } from '../../shared/state/PanelState';
import { Explorer } from './components/Explorer';
import { ExplorerSkeleton } from './components/ExplorerSkeleton';
import { explorerNotices } from './explorerNotices';
import { explorerStatus } from './explorerStatus';
import { fullView } from './full/fullView';
import { useFullPoints } from './full/useFullPoints';
import { useKnownClusters } from './full/useKnownClusters';
import { prepareSegmentExplorer } from './prepare/prepareSegmentExplorer';
import { requestedRows } from './prepare/truncation';
import { useAskedFilter } from './selection/askedFilter';
import { openVariables } from './selection/dashboardVariables';
import {
  type AxisChoice,
  defaultOptions,
  type ExplorerMode,
  type ExplorerView,
  type SegmentExplorerOptions,
} from './types';

const nowhere: AxisChoice = { field: '', scale: 'linear' };

/** Customers on two axes, as counted cells, points or every customer of the run, coloured by cluster. */
export function SegmentExplorerPanel(props: PanelProps<SegmentExplorerOptions>): JSX.Element {
  const { data, width, height } = props;
  const [mode, setMode] = useState<ExplorerMode>();
  const [axes, setAxes] = useState<SegmentExplorerOptions['axes']>({});
  const options = useMemo(() => ({ ...defaultOptions, ...props.options }), [props.options]);
  const wantedMode = mode ?? options.mode;
  const chosen = useMemo(() => ({ ...options.axes, ...axes }), [options.axes, axes]);
  const prepared = useMemo(() => {
    const requested = new Map(
      (data.request?.targets ?? []).flatMap((target) => {
        const rows = requestedRows(target);
        return rows === undefined ? [] : [[target.refId, rows] as const];
      })
    );
    return prepareSegmentExplorer(data.series, { mode: wantedMode, fields: options.fields, axes: chosen }, requested);
  }, [data.series, data.request?.targets, wantedMode, options.fields, chosen]);

  const base = prepared.kind === 'view' ? prepared.view : undefined;
  const known = useKnownClusters(base?.clusters);
  const clusterKeys = useMemo(() => known.map(({ key }) => Number(key)), [known]);
  const asked = useAskedFilter(data);
  const full = useFullPoints(
    wantedMode === 'full' && base !== undefined,
    { x: chosen.x ?? ownAxis(base, 'x'), y: chosen.y ?? ownAxis(base, 'y') },
    clusterKeys,
    asked
  );
  const points = full.kind === 'ready' ? full.points : undefined;
  const view = useMemo(
    () => (base && points ? fullView({ ...base, clusters: known }, points, data.series) : base),
    [base, known, points, data.series]
  );

  const onAxis = useCallback(
    (axis: 'x' | 'y', choice: AxisChoice) => {
      setAxes((before) => ({ ...before, [axis]: choice }));
      // Cells are counted on the query's own axes; every customer can be placed on any.
      setMode((before) => (base?.items.kind === 'cells' ? 'full' : before));
    },
    [base?.items.kind]
  );
  return (
    <PanelState
      status={explorerStatus(data, prepared, {
        clearFilters: () => locationService.partial(openVariables(options.variables)),
      })}
      notices={
        view ? explorerNotices(view, { now: data.request?.startTime, full, onDensity: () => setMode('density') }) : []
      }
      skeleton={<ExplorerSkeleton />}
    >
      {view && (
        <Explorer
          view={view}
          full={points}
          loading={full.kind === 'loading' ? full.packed : undefined}
          filtering={full.kind === 'ready' && full.filtering}
          mode={wantedMode === 'full' && full.kind !== 'failed' ? 'full' : view.mode}
          filter={points ? points.filter : asked}
          options={options}
          width={width}
          height={height}
          onMode={setMode}
          onAxis={onAxis}
        />
      )}
    </PanelState>
  );
}

function ownAxis(base: Pick<ExplorerView, 'x' | 'y'> | undefined, axis: 'x' | 'y'): AxisChoice {
  return base ? { field: base[axis].column, scale: base[axis].scale } : nowhere;
}
