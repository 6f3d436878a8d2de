import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, ButtonGroup, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import type { Dispatch, JSX, ReactNode } from 'react';
import { t } from '../../../shared/i18n/t';
import type { Extent, Viewport } from '../axis/viewport';
import type { ExplorerAction, ExplorerState, Tool } from '../state/explorerState';
import type { AxisChoice, ExplorerMode, ExplorerView } from '../types';
import { AxisPicker } from './AxisPicker';

interface ToolbarProps {
  view: ExplorerView;
  state: ExplorerState;
  dispatch: Dispatch<ExplorerAction>;
  /** False where the query only counts, and there is no asking for more. */
  pointsAvailable: boolean;
  onMode: (mode: ExplorerMode) => void;
  mode: ExplorerMode;
  /** Columns to choose an axis from. */
  columns: readonly string[];
  onAxis: (axis: 'x' | 'y', choice: AxisChoice) => void;
  extent: Extent;
  /** What stands at the end of the first group, such as runs and saved segments. */
  children?: ReactNode;
}

export const getToolbarStyles = (theme: GrafanaTheme2): Record<'bar' | 'end', string> => ({
  bar: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
    paddingBottom: theme.spacing(1),
    '& > div': { marginBottom: 0 },
  }),
  end: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5, 1), marginLeft: 'auto', alignItems: 'center' }),
});

function isWhole(viewport: Viewport, whole: Viewport): boolean {
  return (
    viewport.xMax - viewport.xMin >= whole.xMax - whole.xMin && viewport.yMax - viewport.yMin >= whole.yMax - whole.yMin
  );
}

/** How to look: mode and axes; what to draw with; where to look. */
export function Toolbar(props: ToolbarProps): JSX.Element {
  const { view, state, dispatch, pointsAvailable, extent } = props;
  const styles = useStyles2(getToolbarStyles);
  const tools = [
    { value: 'pan' as const, icon: 'arrows-h', description: t('explorer.tool.pan', 'Pan: drag to move') },
    { value: 'box' as const, icon: 'square-shape', description: t('explorer.tool.box', 'Box: drag a rectangle') },
    { value: 'lasso' as const, icon: 'pen', description: t('explorer.tool.lasso', 'Lasso: draw around customers') },
  ];
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('explorer.toolbar', 'Explorer tools')}>
      <RadioButtonGroup<ExplorerMode>
        size="sm"
        aria-label={t('explorer.mode.label', 'Drawn as')}
        value={props.mode}
        onChange={props.onMode}
        disabledOptions={pointsAvailable ? [] : ['points']}
        options={[
          { value: 'density', label: t('explorer.mode.density', 'Density') },
          {
            value: 'points',
            label: t('explorer.mode.points', 'Points'),
            description: pointsAvailable
              ? t('explorer.mode.pointsHint', 'One mark per customer')
              : t('explorer.mode.noPoints', 'The query counts customers by cell; points need one that lists them'),
          },
          {
            value: 'full',
            label: t('explorer.mode.full', 'Full'),
            description: t('explorer.mode.fullHint', 'Every customer of the run, up to millions, counted per pixel'),
          },
        ]}
      />
      {props.columns.length > 1 &&
        (['x', 'y'] as const).map((axis) => (
          <AxisPicker
            key={axis}
            name={axis.toUpperCase()}
            axis={view[axis]}
            columns={props.columns}
            onChange={(choice) => props.onAxis(axis, choice)}
          />
        ))}
      {props.children}
      <div className={styles.end}>
        <RadioButtonGroup<Tool>
          size="sm"
          aria-label={t('explorer.tool.label', 'Tool')}
          value={state.tool}
          onChange={(tool) => dispatch({ type: 'tool', tool })}
          options={tools.map((tool) => ({ ...tool, ariaLabel: tool.description }))}
        />
        <ButtonGroup>
          <Button
            size="sm"
            variant="secondary"
            icon="corner-up-left"
            tooltip={t('explorer.undo', 'Undo selection (Ctrl+Z)')}
            aria-label={t('explorer.undo', 'Undo selection (Ctrl+Z)')}
            disabled={state.history.past.length === 0}
            onClick={() => dispatch({ type: 'undo' })}
          />
          <Button
            size="sm"
            variant="secondary"
            icon="corner-up-right"
            tooltip={t('explorer.redo', 'Redo selection (Ctrl+Y)')}
            aria-label={t('explorer.redo', 'Redo selection (Ctrl+Y)')}
            disabled={state.history.future.length === 0}
            onClick={() => dispatch({ type: 'redo' })}
          />
        </ButtonGroup>
        <ButtonGroup>
          <Button
            size="sm"
            variant="secondary"
            icon="search-minus"
            tooltip={t('explorer.zoomOut', 'Zoom out (-)')}
            aria-label={t('explorer.zoomOut', 'Zoom out (-)')}
            disabled={isWhole(state.viewport ?? extent.home, extent.whole)}
            onClick={() => dispatch({ type: 'zoom', extent, factor: 1 / 1.5 })}
          />
          <Button
            size="sm"
            variant="secondary"
            icon="search-plus"
            tooltip={t('explorer.zoomIn', 'Zoom in (+)')}
            aria-label={t('explorer.zoomIn', 'Zoom in (+)')}
            onClick={() => dispatch({ type: 'zoom', extent, factor: 1.5 })}
          />
          <Button
            size="sm"
            variant="secondary"
            disabled={!state.viewport}
            onClick={() => dispatch({ type: 'resetView' })}
          >
            {t('explorer.reset', 'Reset')}
          </Button>
        </ButtonGroup>
        <Button
          size="sm"
          variant="primary"
          fill="text"
          icon={state.table ? 'gf-grid' : 'table'}
          onClick={() => dispatch({ type: 'table' })}
        >
          {state.table ? t('explorer.showPlot', 'Show as plot') : t('explorer.showTable', 'Show as table')}
        </Button>
      </div>
    </div>
  );
}
