import { useStyles2 } from '@grafana/ui';
import { useMemo, type JSX } from 'react';
import { formatValue } from '../../../shared/format/formatValue';
import { makeTicks } from '../axis/ticks';
import { toPixel, type Size, type Viewport } from '../axis/viewport';
import { axisTitle } from '../format/labels';
import type { Axis } from '../types';
import { getPlotStyles } from './plot.styles';

interface PlotAxesProps {
  x: Axis;
  y: Axis;
  viewport: Viewport;
  size: Size;
}

/** Distance between two ticks that keeps labels apart, in px. */
const X_APART = 60;
const Y_APART = 40;

/** Grid lines with labels in units of the data, outside the plot's left and bottom edge. */
export function PlotAxes({ x, y, viewport, size }: PlotAxesProps): JSX.Element {
  const styles = useStyles2(getPlotStyles);
  const xTicks = useMemo(
    () => makeTicks(x.scale, viewport.xMin, viewport.xMax, Math.floor(size.width / X_APART)),
    [x.scale, viewport.xMin, viewport.xMax, size.width]
  );
  const yTicks = useMemo(
    () => makeTicks(y.scale, viewport.yMin, viewport.yMax, Math.floor(size.height / Y_APART)),
    [y.scale, viewport.yMin, viewport.yMax, size.height]
  );
  return (
    <svg className={styles.axes} width={size.width} height={size.height} aria-hidden="true">
      {xTicks.map(({ position, value }) => {
        const [px] = toPixel(viewport, size, [position, viewport.yMin]);
        return (
          <g key={value}>
            <line x1={px} x2={px} y1={0} y2={size.height} />
            <text x={px} y={size.height + 16} textAnchor="middle">
              {formatValue(x, value)}
            </text>
          </g>
        );
      })}
      {yTicks.map(({ position, value }) => {
        const [, py] = toPixel(viewport, size, [viewport.xMin, position]);
        return (
          <g key={value}>
            <line x1={0} x2={size.width} y1={py} y2={py} />
            <text x={-8} y={py + 4} textAnchor="end">
              {formatValue(y, value)}
            </text>
          </g>
        );
      })}
      <text x={size.width / 2} y={size.height + 34} textAnchor="middle">
        {axisTitle(x)}
      </text>
      <text transform={`translate(-66 ${size.height / 2}) rotate(-90)`} textAnchor="middle">
        {axisTitle(y)}
      </text>
    </svg>
  );
}
