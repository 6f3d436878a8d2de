import { cx } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import type { Box, Point, SelectionOperation, Shape } from '@spendscope/contracts';
import type { JSX } from 'react';
import { toPixel, type Size, type Viewport } from '../axis/viewport';
import type { Selection } from '../selection/selection';
import { getPlotStyles } from './plot.styles';

interface SelectionOverlayProps {
  selection: Selection;
  /** Being drawn now. */
  draft?: { shape: Shape; operation: SelectionOperation };
  /** Cell or place of the keyboard's crosshair. */
  crosshair?: Box;
  /** Over points; over cells it would change their colour. */
  filled: boolean;
  viewport: Viewport;
  size: Size;
}

function cornersOf(shape: Shape): readonly Point[] {
  if (shape.kind === 'lasso') {
    return shape.points;
  }
  const { xMin, xMax, yMin, yMax } = shape.box;
  return [
    [xMin, yMin],
    [xMax, yMin],
    [xMax, yMax],
    [xMin, yMax],
  ];
}

/** Outlines of what was drawn, and the crosshair. */
export function SelectionOverlay({
  selection,
  draft,
  crosshair,
  filled,
  viewport,
  size,
}: SelectionOverlayProps): JSX.Element {
  const styles = useStyles2(getPlotStyles);
  const path = (shape: Shape): string =>
    cornersOf(shape)
      .map((corner) =>
        toPixel(viewport, size, corner)
          .map((pixel) => pixel.toFixed(1))
          .join(',')
      )
      .join(' ');
  return (
    <svg className={styles.overlay} width={size.width} height={size.height} aria-hidden="true">
      {selection.map(({ shape, operation }, position) => (
        <polygon
          key={position}
          className={cx('outline', operation, filled && operation !== 'subtract' && 'filled')}
          points={path(shape)}
        />
      ))}
      {draft && <polygon className={`outline draft ${draft.operation}`} points={path(draft.shape)} />}
      {crosshair && <polygon className="crosshair" points={path({ kind: 'box', box: crosshair })} />}
    </svg>
  );
}
