import { useStyles2 } from '@grafana/ui';
import type { Box, Segment } from '@spendscope/contracts';
import { useMemo, useRef, type Dispatch, type JSX } from 'react';
import { t } from '../../../shared/i18n/t';
import { extentOf, fromPixel, toPixel, type Size } from '../axis/viewport';
import { describeItem } from '../format/describeItem';
import { axisTitle } from '../format/labels';
import { FullCanvas } from '../full/FullCanvas';
import type { FullPoints } from '../full/useFullPoints';
import { findItem } from '../selection/findItem';
import type { ExplorerAction, ExplorerState } from '../state/explorerState';
import type { ExplorerItems, ExplorerView } from '../types';
import { CentroidArrows } from './CentroidArrows';
import { CentroidLabels } from './CentroidLabels';
import { MarginalHistogram } from './MarginalHistogram';
import { PlotAxes } from './PlotAxes';
import { PlotCanvas } from './PlotCanvas';
import { PlotTooltip } from './PlotTooltip';
import { SelectionOverlay } from './SelectionOverlay';
import { getPlotStyles } from './plot.styles';
import { useElementSize } from './useElementSize';
import { usePlotGestures } from './usePlotGestures';
import { usePlotKeys } from './usePlotKeys';

interface PlotProps {
  view: ExplorerView;
  /** Drawn: the view's items, or the same counted into cells. */
  items: ExplorerItems;
  mask?: Uint8Array;
  /** Every customer, drawn by the worker instead of the items. */
  full?: { points: FullPoints; version: number; onError: (message: string) => void };
  bounds?: Box;
  /** Segments of an earlier run, to show how the centres moved. */
  earlier?: readonly Segment[];
  state: ExplorerState;
  dispatch: Dispatch<ExplorerAction>;
  highlighted?: number;
  showMarginals: boolean;
  describedBy: string;
  focusLegend: () => void;
}

const MARGINAL_DEPTH = 40;

function marginsOf(showMarginals: boolean): Record<'top' | 'right' | 'bottom' | 'left', number> {
  const beside = showMarginals ? MARGINAL_DEPTH + 10 : 8;
  return { top: beside, right: beside, bottom: 42, left: 80 };
}

/** Marks, axes and everything that can be done on the plane. */
export function Plot(props: PlotProps): JSX.Element {
  const { view, items, mask, bounds, state, dispatch, showMarginals } = props;
  const styles = useStyles2(getPlotStyles);
  const frame = useRef<HTMLDivElement>(null);
  const surface = useRef<HTMLDivElement>(null);
  const outer = useElementSize(frame);
  const margins = marginsOf(showMarginals);
  const { width, height } = outer;
  const size: Size = useMemo(
    () => ({
      width: Math.max(40, width - margins.left - margins.right),
      height: Math.max(40, height - margins.top - margins.bottom),
    }),
    [width, height, margins.left, margins.right, margins.top, margins.bottom]
  );
  const extent = useMemo(() => extentOf(view.x, view.y), [view.x, view.y]);
  const { home } = extent;
  const viewport = state.viewport ?? home;
  const zoomed = (home.xMax - home.xMin) / (viewport.xMax - viewport.xMin);

  const gestures = usePlotGestures({ surface, tool: state.tool, items, viewport, extent, size, dispatch });
  const keys = usePlotKeys({
    state,
    items,
    viewport,
    extent,
    size,
    dispatch,
    drawing: gestures.draft !== undefined,
    cancelDrawing: gestures.cancel,
    focusLegend: props.focusLegend,
  });

  const place = gestures.pointer ? fromPixel(viewport, size, gestures.pointer) : keys.crosshair;
  const found = place && findItem(items, place, viewport, size);
  const description = found === undefined ? undefined : describeItem(view, items, found);
  const fromKeys = !gestures.pointer && keys.crosshair !== undefined;

  return (
    <div ref={frame} style={{ position: 'relative', flex: 1, minWidth: 0, minHeight: 0 }}>
      <div style={{ position: 'absolute', ...margins }}>
        <PlotAxes x={view.x} y={view.y} viewport={viewport} size={size} />
        <div style={{ position: 'absolute', inset: 0, overflow: 'hidden' }}>
          {props.full ? (
            <FullCanvas
              {...props.full}
              {...{ viewport, size }}
              clusters={view.clusters}
              highlighted={props.highlighted}
            />
          ) : (
            <PlotCanvas
              {...{ items, mask, viewport, size, zoomed }}
              clusters={view.clusters}
              highlighted={props.highlighted}
            />
          )}
        </div>
        {showMarginals && (
          <>
            <MarginalHistogram
              items={items}
              axis="x"
              viewport={viewport}
              length={size.width}
              depth={MARGINAL_DEPTH}
              range={bounds && [bounds.xMin, bounds.xMax]}
            />
            <MarginalHistogram
              items={items}
              axis="y"
              viewport={viewport}
              length={size.height}
              depth={MARGINAL_DEPTH}
              range={bounds && [bounds.yMin, bounds.yMax]}
            />
          </>
        )}
        <SelectionOverlay
          selection={state.history.present}
          draft={gestures.draft}
          crosshair={keys.box}
          filled={items.kind === 'points'}
          viewport={viewport}
          size={size}
        />
        {props.earlier && <CentroidArrows view={view} segments={props.earlier} viewport={viewport} size={size} />}
        <CentroidLabels clusters={view.clusters} viewport={viewport} size={size} />
        {/* eslint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions --
            the rules do not know that an application is the role for a widget with keys of its own */}
        <div
          ref={surface}
          className={styles.surface}
          style={{ cursor: state.tool === 'pan' ? 'grab' : 'crosshair' }}
          // Arrow keys and letters are handled here, so a screen reader must pass them on.
          role="application"
          tabIndex={0}
          aria-label={t('explorer.plot.label', 'Customers by {{x}} and {{y}}', {
            x: axisTitle(view.x),
            y: axisTitle(view.y),
          })}
          aria-describedby={props.describedBy}
          aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown + - 0 Enter b l t Escape Control+Z Control+Y"
          onDoubleClick={state.tool === 'pan' ? () => dispatch({ type: 'resetView' }) : undefined}
          onKeyDown={keys.onKeyDown}
          {...gestures.handlers}
        />
        {/* eslint-enable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions */}
        {description && place && (
          <PlotTooltip
            description={description}
            cluster={view.clusters[description.cluster]!}
            at={gestures.pointer ?? toPixel(viewport, size, place)}
            size={size}
          />
        )}
        {gestures.draft && (
          <div className={styles.hint}>
            {t('explorer.plot.drawing', 'Release to select · Shift adds · Alt subtracts · Esc cancels')}
          </div>
        )}
        {gestures.wheelHint && (
          <div className={styles.hint}>
            {t('explorer.plot.wheel', 'Click the plot, or hold Ctrl, to zoom with the wheel')}
          </div>
        )}
      </div>
      <div className="sr-only" aria-live="polite">
        {fromKeys &&
          (description
            ? [description.title, ...description.details].join(', ')
            : t('explorer.plot.nothing', 'No customers here'))}
      </div>
    </div>
  );
}
