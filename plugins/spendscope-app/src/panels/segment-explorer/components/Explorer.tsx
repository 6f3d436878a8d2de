import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import { useCallback, useId, useMemo, useReducer, useRef, useState, type JSX } from 'react';
import { formatCount } from '../../../shared/format/formatCount';
import { t } from '../../../shared/i18n/t';
import { useRunComparison } from '../../../shared/segments/useRunComparison';
import { testIds } from '../../../shared/testIds';
import { extentOf } from '../axis/viewport';
import type { FullPoints } from '../full/useFullPoints';
import { customerSelection } from '../selection/customerSelection';
import { initialState, reduceExplorer } from '../state/explorerState';
import type { AxisChoice, ExplorerMode, ExplorerView, SegmentExplorerOptions } from '../types';
import { ExplorerDrawer, type DrawerContent } from './ExplorerDrawer';
import { ExplorerToolbar } from './ExplorerToolbar';
import { FullProgress } from './FullProgress';
import { Legend } from './Legend';
import { Plot } from './Plot';
import { PlotTables } from './PlotTables';
import { SelectionBar } from './SelectionBar';
import { SummaryLine } from './SummaryLine';
import { layoutOf } from './layoutOf';
import { useApplyOnRelease } from './useApplyOnRelease';
import { useExplorerActs } from './useExplorerActs';
import { useLinkedSegment } from './useLinkedSegment';
import { useSelectionSummary } from './useSelectionSummary';
import { useShowSegment } from './useShowSegment';

interface ExplorerProps {
  view: ExplorerView;
  options: SegmentExplorerOptions;
  width: number;
  height: number;
  /** The user's choices of mode and axes are kept above, because they change what is prepared. */
  onMode: (mode: ExplorerMode) => void;
  onAxis: (axis: 'x' | 'y', choice: AxisChoice) => void;
  /** What was asked for; the view is of another until it has come. */
  mode: ExplorerMode;
  /** Every customer of the run, in full mode. */
  full?: FullPoints;
  /** Share of them that the service has read, while they are on their way. */
  loading?: number;
  /** The dashboard asks for other customers than those shown; they are on their way. */
  filtering?: boolean;
  /** Lucene: how the dashboard narrows what the view shows. */
  filter?: string;
}

const getStyles = (): Record<'root' | 'main', string> => ({
  root: css({ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0, margin: 0 }),
  main: css({ display: 'flex', flex: 1, minHeight: 0 }),
});

export function Explorer(props: ExplorerProps): JSX.Element {
  const { view, options, width, height, full, onMode, onAxis } = props;
  const styles = useStyles2(getStyles);
  const [state, dispatch] = useReducer(reduceExplorer, initialState);
  const [highlighted, setHighlighted] = useState<number>();
  const [drawer, setDrawer] = useState<DrawerContent>();
  const [drawFault, setDrawFault] = useState('');
  const legend = useRef<HTMLDivElement>(null);
  const summaryId = useId();
  const selection = state.history.present;
  const { drawn, drawnMask, summary, current, bounds, version } = useSelectionSummary(view, full, state);
  const selected = useMemo(
    () => customerSelection({ x: view.x, y: view.y }, selection, state.isolated, props.filter),
    [view.x, view.y, selection, state.isolated, props.filter]
  );
  const acts = useExplorerActs({
    view,
    options,
    state,
    summary,
    mask: drawn === view.items ? drawnMask : undefined,
    selected,
    dispatch,
  });
  const { filter } = acts;
  const drawShape = useApplyOnRelease(options.applyOnRelease, dispatch, current, acts.apply);
  const runs = useRunComparison(drawer?.kind === 'runs');
  const extent = useMemo(() => extentOf(view.x, view.y), [view.x, view.y]);
  const focusLegend = useCallback(() => legend.current?.querySelector('button')?.focus(), []);

  const show = useShowSegment(view, dispatch, onAxis);
  useLinkedSegment(options.variables.segment, show);

  const { narrow, alone, compact } = layoutOf(width, height, drawer !== undefined);
  const legendNode = (
    <Legend
      ref={legend}
      view={view}
      isolated={state.isolated}
      summary={summary}
      compact={compact}
      onToggle={(key, several) => dispatch({ type: 'isolate', key, several })}
      onHighlight={setHighlighted}
    />
  );
  return (
    <section
      className={styles.root}
      aria-label={t('explorer.label', 'Segment explorer')}
      aria-describedby={summaryId}
      data-testid={testIds.segmentExplorer.root}
    >
      <SummaryLine
        id={summaryId}
        view={view}
        onShowAll={state.viewport || state.table ? undefined : () => dispatch({ type: 'showAll', extent })}
        onReset={filter.narrowed && !summary ? filter.reset : undefined}
      />
      <ExplorerToolbar
        {...{ view, state, dispatch, extent, filter, onMode, onAxis }}
        mode={props.mode}
        onDrawer={(kind) => setDrawer({ kind })}
      />
      <FullProgress packed={props.loading} filtering={props.filtering} fault={drawFault} />
      {compact && !alone && legendNode}
      <div className={styles.main}>
        {!alone && state.table && <PlotTables {...{ view, full, drawn, extent }} viewport={state.viewport} />}
        {!alone && !state.table && (
          <Plot
            view={view}
            items={drawn}
            mask={drawnMask}
            full={full && { points: full, version, onError: setDrawFault }}
            bounds={bounds}
            earlier={runs.comparison?.segments}
            state={state}
            dispatch={drawShape}
            highlighted={highlighted}
            showMarginals={options.showMarginals && !narrow}
            describedBy={summaryId}
            focusLegend={focusLegend}
          />
        )}
        {!compact && legendNode}
        {drawer && (
          <ExplorerDrawer
            key={drawer.kind}
            content={drawer}
            view={view}
            runs={runs}
            alone={alone}
            onChange={setDrawer}
            onShow={show}
            onSaid={acts.say}
          />
        )}
      </div>
      {summary && (
        <SelectionBar
          view={view}
          summary={summary}
          applied={acts.applied}
          onApply={acts.apply}
          onSave={acts.save}
          onDrill={() => setDrawer({ kind: 'customers', selection: selected })}
          onExport={acts.exportCsv}
          onClear={acts.clear}
        />
      )}
      {acts.dialog}
      <Said selected={summary?.count} said={acts.said} />
    </section>
  );
}

/** For screen readers: how many are selected, and what became of the last act. */
function Said({ selected, said }: { selected: number | undefined; said: string }): JSX.Element {
  return (
    <div className="sr-only" aria-live="polite">
      {selected === undefined
        ? ''
        : t('explorer.said.selected', '{{number}} customers selected', { number: formatCount(selected) })}
      {said && `. ${said}`}
    </div>
  );
}
