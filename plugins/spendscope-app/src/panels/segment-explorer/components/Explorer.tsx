import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { useCallback, useId, useMemo, useReducer, useRef, useState, type JSX } from 'react';
import { formatCount } from '../../../shared/format/formatCount';
import { t } from '../../../shared/i18n/t';
import { testIds } from '../../../shared/testIds';
import { extentOf } from '../axis/viewport';
import { summaryRemarks, summarySentence } from '../format/summarySentence';
import { binPoints } from '../prepare/binPoints';
import { selectionVariables } from '../selection/dashboardVariables';
import { selectItems } from '../selection/selection';
import { summarizeSelection } from '../selection/summarizeSelection';
import { initialState, reduceExplorer } from '../state/explorerState';
import type { ExplorerMode, ExplorerView, SegmentExplorerOptions } from '../types';
import { ClusterTable } from './ClusterTable';
import { Legend } from './Legend';
import { Plot } from './Plot';
import { SelectionBar } from './SelectionBar';
import { Toolbar } from './Toolbar';
import { useDashboardFilter } from './useDashboardFilter';

interface ExplorerProps {
  view: ExplorerView;
  options: SegmentExplorerOptions;
  width: number;
  height: number;
  /** The user's choices of mode and axes are kept above, because they change what is prepared. */
  onMode: (mode: ExplorerMode) => void;
  onAxis: (axis: 'x' | 'y', field: string) => void;
}

/** Below this the legend is a line above the plot, px. */
const NARROW = 720;

const getStyles = (theme: GrafanaTheme2): Record<'root' | 'summary' | 'main', string> => ({
  root: css({ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0, margin: 0 }),
  summary: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: theme.spacing(1),
    margin: 0,
    paddingBottom: theme.spacing(0.5),
    fontSize: 12,
    color: theme.colors.text.secondary,
  }),
  main: css({ display: 'flex', flex: 1, minHeight: 0 }),
});

/** Cells along an axis when points are counted here, about as fine as the server's. */
const BINS = 96;

export function Explorer({ view, options, width, height, onMode, onAxis }: ExplorerProps): JSX.Element {
  const styles = useStyles2(getStyles);
  const [state, dispatch] = useReducer(reduceExplorer, initialState);
  const [highlighted, setHighlighted] = useState<number>();
  const [said, say] = useState('');
  const [lacking, setLacking] = useState<readonly string[]>([]);
  const legend = useRef<HTMLDivElement>(null);
  const summaryId = useId();
  const filter = useDashboardFilter(options.variables);
  const narrow = width < NARROW || height < 260;

  const drawn = useMemo(
    () =>
      view.mode === 'density' && view.items.kind === 'points'
        ? binPoints(view.items, view.x, view.y, BINS)
        : view.items,
    [view]
  );
  const isolated = useMemo(
    () => new Set(view.clusters.flatMap(({ key }, index) => (state.isolated.has(key) ? [index] : []))),
    [view.clusters, state.isolated]
  );
  const selection = state.history.present;
  const drawnMask = useMemo(() => selectItems(drawn, selection, isolated), [drawn, selection, isolated]);
  const summary = useMemo(() => {
    const mask = drawn === view.items ? drawnMask : selectItems(view.items, selection, isolated);
    return mask && summarizeSelection(view, mask);
  }, [view, drawn, drawnMask, selection, isolated]);

  const extent = useMemo(() => extentOf(view.x, view.y), [view.x, view.y]);
  const focusLegend = useCallback(() => legend.current?.querySelector('button')?.focus(), []);
  const apply = (): void => {
    if (summary) {
      setLacking(filter.apply(selectionVariables(view, summary, options, selection.length > 0)));
      say(
        t('explorer.said.applied', 'Dashboard narrowed to {{number}} customers', { number: formatCount(summary.count) })
      );
    }
  };
  const clear = (): void => {
    dispatch({ type: 'clear' });
    setLacking([]);
    if (filter.narrowed) {
      filter.reset();
    }
    say(t('explorer.said.cleared', 'Selection cleared'));
  };

  const legendNode = (
    <Legend
      ref={legend}
      view={view}
      isolated={state.isolated}
      summary={summary}
      compact={narrow}
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
      <p id={summaryId} className={styles.summary}>
        {[summarySentence(view), ...summaryRemarks(view)].join(' · ')}
        {view.outside > 0 && !state.viewport && !state.table && (
          <Button size="sm" variant="primary" fill="text" onClick={() => dispatch({ type: 'showAll', extent })}>
            {t('explorer.showOutside', '{{number}} far off – show', { number: formatCount(view.outside) })}
          </Button>
        )}
        {filter.narrowed && !summary && (
          <Button size="sm" variant="primary" fill="text" onClick={filter.reset}>
            {t('explorer.resetFilter', 'Dashboard is narrowed – reset')}
          </Button>
        )}
      </p>
      <Toolbar
        view={view}
        state={state}
        dispatch={dispatch}
        pointsAvailable={view.pointsAvailable || filter.askForPoints !== undefined}
        onMode={(mode) => {
          if (mode === 'points' && !view.pointsAvailable) {
            filter.askForPoints?.();
          }
          onMode(mode);
        }}
        onAxis={(axis, field) => {
          dispatch({ type: 'otherAxes' });
          onAxis(axis, field);
        }}
        extent={extent}
      />
      {narrow && legendNode}
      <div className={styles.main}>
        {state.table ? (
          <ClusterTable view={view} />
        ) : (
          <Plot
            view={view}
            items={drawn}
            mask={drawnMask}
            bounds={selection.length > 0 ? summary?.bounds : undefined}
            state={state}
            dispatch={dispatch}
            highlighted={highlighted}
            showMarginals={options.showMarginals && !narrow}
            describedBy={summaryId}
            focusLegend={focusLegend}
          />
        )}
        {!narrow && legendNode}
      </div>
      {summary && (
        <SelectionBar
          view={view}
          summary={summary}
          lacking={selection.length > 0 ? lacking : []}
          onApply={apply}
          onClear={clear}
        />
      )}
      <div className="sr-only" aria-live="polite">
        {summary
          ? t('explorer.said.selected', '{{number}} customers selected', { number: formatCount(summary.count) })
          : ''}
        {said && `. ${said}`}
      </div>
    </section>
  );
}
